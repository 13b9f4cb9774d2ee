import MotionKit
import Testing

private func imported(_ raw: String) -> Imported { Imported(of: Array(raw.utf8)) }

private func body(_ raw: String) -> String {
  let text = imported(raw).text
  guard let end = text.firstRange(of: "\n---\n") else { return text }
  return String(text[end.upperBound...])
}

@Suite("Importing a saved e-mail")
struct MailMessageTests {
  private static let head = "From: Ada <a@example.org>\nTo: b@example.org\nSubject: Rents in town\n"

  @Test(
    "the words of a message, whatever it is packed in",
    arguments: [
      ("\n1. One.\n2. Two.\n", "1. One.\n2. Two.\n"),
      ("Content-Transfer-Encoding: quoted-printable\n\n1. It=E2=80=99s =\nlate.\n", "1. It’s late.\n"),
      (
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n1. =A35\n",
        "1. £5\n"
      ),
      (
        "Content-Type: text/plain; charset=ISO-8859-2\nContent-Transfer-Encoding: quoted-printable\n\n1. =A3=F3d=BC.\n",
        "1. Łódź.\n"
      ),
      ("Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: 8bit\n\n1. Łódź.\n", "1. Łódź.\n"),
      ("Content-Transfer-Encoding: base64\n\nMS4gT25l\nLgoyLiBUd28uCg==\n", "1. One.\n2. Two.\n"),
      (
        "Content-Type: text/plain; format=flowed\n\n> 1. Fares rose in \n> towns.\n> 2. Two\n",
        "1. Fares rose in towns.\n2. Two\n"
      ),
      (
        "Content-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\n<p>web</p>\n--b\n"
          + "Content-Type: text/plain\n\n1. Plain.\n--b--\n", "1. Plain.\n"
      ),
      (
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<ol><li>One.</li></ol>\n--b\n"
          + "Content-Type: application/pdf; name=x.pdf\n\nJVBERi0=\n--b--\n", "1. One.\n"
      ),
      ("\n1. One.\n\n-- \nAda Byron\nSecretary\n", "1. One.\n"),
      ("\n1. One.\n\nSent from my iPhone\n", "1. One.\n"),
      ("\n1. One.\n\n--\n\n2. Two.\n", "1. One.\n\n--\n\n2. Two.\n"),
    ])
  func words(_ rest: String, _ expected: String) {
    #expect(body(Self.head + rest) == expected)
    #expect(body((Self.head + rest).replacing("\n", with: "\r\n")) == expected)
  }

  @Test("the subject is the title where the text has none, in its own letters")
  func subject() {
    #expect(imported(Self.head + "\n1. One.\n").title == "Rents in town")
    #expect(
      imported("From: a\nSubject: =?utf-8?Q?Caf=C3=A9s?= =?utf-8?B?IG9wZW4=?=\n\n1. One.\n").title == "Cafés open")
    #expect(imported("From: a\nSubject: =?iso-8859-2?Q?=A3=F3d=BC?=\n\n1. One.\n").title == "Łódź")
    #expect(imported(Self.head + "\nBus fares\n\n1. One.\n").title == "Bus fares")
    #expect(imported(Self.head + "\nHi all\n\n1. One.\n").title == "Rents in town")
  }

  @Test("what is cut off or left out is said with its line")
  func guesses() {
    let raw =
      Self.head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n1. One.\n\n-- \nAda\n--b\n"
      + "Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"rents.pdf\"\n\nJV\n--b--\n"
    let guesses = imported(raw).guesses
    #expect(guesses.first { $0.code == .signature }?.line == 10)
    #expect(guesses.first { $0.code == .signature }?.before == "-- \nAda")
    #expect(guesses.first { $0.code == .leftOut }?.before == "rents.pdf")
    #expect(guesses.first { $0.code == .mail }?.before == "From: Ada <a@example.org>")
  }

  @Test("a guess in an encoded message has the line of the file that its words begin in")
  func lines() {
    // "1. One.", and "2. Two." with a mark that is removed: its line begins in the second of the packed ones.
    let packed = "MS4g\nT25lLgoyLiBU\n77u/d28uCg==\n"
    let base64 = imported(Self.head + "Content-Transfer-Encoding: base64\n\n" + packed)
    #expect(base64.text.hasSuffix("\n1. One.\n2. Two.\n"))
    #expect(base64.guesses.first { $0.code == .removed }?.line == 7)
    let printable = imported(
      Self.head + "Content-Transfer-Encoding: quoted-printable\n\n1. One=\n.=0A2. T=EF=BB=BFwo.\n3. Thr=EF=BB=BFee.\n")
    #expect(printable.text.hasSuffix("\n1. One.\n2. Two.\n3. Three.\n"))
    #expect(printable.guesses.filter { $0.code == .removed }.map(\.line) == [6, 8])
  }

  @Test("lines that the mail says run on are joined, and each place is said")
  func joined() {
    let flowed = imported(
      Self.head + "Content-Type: text/plain; format=flowed\n\n1. Fares \nrose \nin towns.\n2. Two.\n")
    let guesses = flowed.guesses.filter { $0.code == .joined }
    #expect(guesses.map(\.line) == [6])
    #expect(guesses.map(\.before) == ["1. Fares \nrose \nin towns."])
    #expect(guesses.map(\.after) == ["1. Fares rose in towns."])
    #expect(guesses.map(\.count) == [2])
  }

  @Test("an encoding that the message names is said")
  func encodings() {
    let guesses = imported(
      Self.head
        + "Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: quoted-printable\n\n1.\n=A3=F3d=BC\n"
    ).guesses.filter { $0.code == .decoded }
    #expect(guesses.map(\.subject) == ["ISO-8859-2"])
    #expect(guesses.map(\.line) == [8])
  }

  @Test("a text that only looks a little like a mail is none")
  func texts() {
    #expect(imported("Subject: Rents\n\n1. One").guesses.allSatisfy { $0.code != .mail })
    #expect(imported("To: campaign\n\n1. One").text.contains("To: campaign"))
  }

  @Test("any message gives a file, and importing it again changes nothing", arguments: 0..<10)
  func laws(_ block: Int) {
    let pieces = [
      "From: a\n", "To: b\n", "Subject: Motion: x\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--\n",
      "Content-Type: text/html\n", "Content-Transfer-Encoding: base64\n",
      "Content-Transfer-Encoding: quoted-printable\n",
      "Content-Type: text/plain; format=flowed\n", "\n", "MS4g\n", "=", "=C3", "1. One \n", "> ", "-- \n", "--\n",
      "Ada\n", "Sent from my iPhone\n", "<p>", "</p>", "=?utf-8?Q?", "?=", " ", ":", "message/rfc822", "\r",
    ]
    for seed in (block * 40)..<(block * 40 + 40) {
      var chance = Chance(seed: UInt64(seed))
      var raw = "From: a\nTo: b\n"
      for _ in 0..<chance.below(30) { raw += chance.pick(pieces) }
      let once = imported(raw).text
      let twice = imported(once).text
      #expect(
        once.utf8.elementsEqual(twice.utf8), "seed \(seed): \(once.debugDescription) became \(twice.debugDescription)")
    }
  }
}
