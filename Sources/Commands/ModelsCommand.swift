internal import ArgumentParser
internal import CanonicalJSON
internal import ModelMotions
internal import MotionKit
internal import Platform
internal import Publishing

/// `motions models`: the model motions there are.
struct ModelsCommand: MotionsCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the model motions, or show one.",
    discussion: """
      EXAMPLES
        motions models
        motions models living-wage
        motions new --from living-wage --set "employer=Northgate Council" …
      """)

  @Argument(help: ArgumentHelp("The model to show.", valueName: "NAME"))
  var name: String?

  @OptionGroup var format: Format

  func run(in world: World) throws -> ExitStatus {
    if let name {
      let template = try Template(shipped: name)
      world.write(format.json ? JSON(models: [template]).answer + [10] : template.bytes)
      return .done
    }
    let templates = Template.shipped
    if format.json {
      world.write(JSON(models: templates).answer + [10])
      return .done
    }
    let width = templates.map(\.name.utf8.count).max() ?? 0
    for template in templates {
      let gap = String(repeating: " ", count: width - template.name.utf8.count + 2)
      world.print(template.name + gap + (template.summary ?? template.title))
    }
    return .done
  }
}

extension Template {
  /// The models that come with the tool, by name.
  static var shipped: [Template] { ModelMotions.all.map { Template(name: $0.name, parsing: $0.bytes) } }

  /// One of them, or the failure that says which was probably meant.
  init(shipped name: String) throws {
    guard let model = ModelMotions.all.first(where: { $0.name == name }) else {
      let nearest = PlainWords.nearest(to: name, among: ModelMotions.all.map(\.name))
      throw Failure(
        .usage, "no-such-model", "there is no model motion “\(name)”",
        help: (nearest.map { "did you mean \($0)? " } ?? "") + "“motions models” lists those there are")
    }
    self.init(name: model.name, parsing: model.bytes)
  }
}
