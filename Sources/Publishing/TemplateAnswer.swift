package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.models/1`.
  package init(models: [Template]) {
    self = ["schema": "motions.models/1", "models": .array(models.map { JSON($0) })]
  }

  /// A model with what it asks for.
  package init(_ template: Template) {
    self = [
      "name": .string(template.name), "title": .string(template.title), "kind": .string(template.kind),
      "summary": JSON(template.summary),
      "fields": .array(
        template.fields.map { field in
          [
            "name": .string(field.name), "question": .string(field.question), "example": JSON(field.example),
            "default": JSON(field.preset), "optional": .bool(field.isOptional),
          ]
        }),
      "text": .string(String(decoding: template.bytes, as: UTF8.self)),
    ]
  }

  /// `motions.new/1`: the motion, and the places in it that are still to be filled in.
  package init(new bytes: [UInt8], from template: Template, file: String?) {
    let document = Document(parsing: bytes)
    self = [
      "schema": "motions.new/1", "model": .string(template.name), "title": JSON(document.title),
      "kind": .string(document.kind), "file": JSON(file), "text": .string(String(decoding: bytes, as: UTF8.self)),
      "unfilled": JSON(Placeholder.all(in: bytes).map(\.name)),
    ]
  }
}
