import MotionKit
import Testing

/// The laws of composing, over seeded texts and amendments on a small vocabulary.
@Suite("Laws of composing")
struct ComposingLawTests {
  private func hold(_ usual: Int, _ law: (AmendedScene, inout Chance) -> String?) {
    Cases.hold(usual) { chance in
      let scene = AmendedScene(&chance)
      return law(scene, &chance).map { "\($0)\n\(scene.description)" }
    }
  }

  @Test("the order in which amendments are given changes nothing, and provenance joined is the text")
  func listing() { hold(20, ComposingLaws.listing) }

  @Test("what two amendments have to do with each other never depends on a third one")
  func pairs() { hold(20) { scene, _ in ComposingLaws.pairs(scene) } }

  @Test("a clause that nobody touches keeps its bytes, but for its label")
  func untouched() { hold(20) { scene, _ in ComposingLaws.untouched(scene) } }

  @Test("no word is invented, and none is lost")
  func words() { hold(20) { scene, _ in ComposingLaws.words(scene) } }

  @Test("one side at every conflict is that amendment there, and a text written instead stands there")
  func sides() { hold(20) { scene, _ in ComposingLaws.sides(scene) } }

  @Test("what is composed reads as a text whose labels are in order")
  func labels() { hold(20) { scene, _ in ComposingLaws.labels(scene) } }

  @Test("a reference goes on to mean the clause that it meant, or is told")
  func references() { hold(20) { scene, _ in ComposingLaws.references(scene) } }

  @Test("what is moved from the floor gives what it would give on the text as it stands")
  func floor() { hold(20, ComposingLaws.floor) }

  @Test("a copy derived and applied is the copy")
  func derived() { hold(20) { scene, _ in ComposingLaws.derived(scene) } }
}
