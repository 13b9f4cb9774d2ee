/// Why a file gives no motion, with what its owner can do.
///
/// Text is never refused; this is for files that hold no text as they are: pictures of pages, and documents that their
/// own program has to open.
public enum UnreadableFile: Error, Hashable, Sendable {
  case pdf
  case richText
  /// A `.doc` of Word 97 to 2003.
  case oldWord
  /// Any document that opens only with a password.
  case encrypted
  case openDocument
  case pages
  case spreadsheet
  case slides
  /// A zip archive that is none of these.
  case archive
  /// The end of the archive, where its list of parts stands, is not there.
  case cutOff
  /// A part's bytes are not those that were saved; nil for the list of parts.
  case damaged(part: String?)
  /// More than 64 MiB in one part when unpacked, or more than 65,535 parts.
  case tooLarge
  /// Zero bytes, and no kind of file that is known here.
  case program

  /// The stable name of the error: `damaged-file` for a document that is broken, `not-text` for one of another kind.
  public var code: String {
    switch self {
    case .cutOff, .damaged: "damaged-file"
    default: "not-text"
    }
  }

  /// One sentence, without the file's name.
  public var message: String {
    switch self {
    case .pdf: "this is a PDF, a picture of pages, not text"
    case .richText: "this is a file of a word processor (RTF), not text"
    case .oldWord: "this is a file of an old Word (.doc), which only a word processor can read"
    case .encrypted: "this file is locked with a password"
    case .openDocument: "this is a file of LibreOffice (.odt), not text"
    case .pages: "this is a file of Pages, not text"
    case .spreadsheet: "this is a spreadsheet, not a text document"
    case .slides: "this is a set of slides, not a text document"
    case .archive: "this is a packed file (zip) with no Word document in it"
    case .cutOff: "this Word file is cut off: its end is missing"
    case .damaged(let part):
      part.map { "this Word file is damaged: its part \($0) cannot be read" }
        ?? "this Word file is damaged: its list of parts cannot be read"
    case .tooLarge: "this file unpacks to more than a motion can be: the limit is 64 MiB and 65,535 parts"
    case .program: "this is the file of some program, not text: it holds zero bytes"
    }
  }

  /// What to do instead.
  public var help: String {
    switch self {
    case .pdf:
      "open it, copy its words into a text file and import that; or let pdftotext -layout make one; "
        + "a scanned page has no words and must be typed or read by a text recogniser"
    case .richText, .oldWord, .openDocument:
      "open it in Word, LibreOffice or Google Docs, save it as a Word document (.docx) and import that"
    case .pages: "in Pages choose File, Export To, Word, and import the .docx"
    case .encrypted:
      "open it with its password in Word, save it without one (File, Info, Protect Document), and import that"
    case .spreadsheet, .slides: "copy the words of the motion into a text file and import that"
    case .archive: "unpack it and import the file inside"
    case .cutOff, .damaged:
      "ask for the file again or copy it again; or open it in Word, which offers to repair it, and save it anew"
    case .tooLarge: "open it in Word, copy the words of the motion into a new document, and import that"
    case .program:
      "open it in the program that made it, and save it as plain text or as a Word document (.docx)"
    }
  }
}
