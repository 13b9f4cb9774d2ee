package import CanonicalJSON
package import MotionKit

extension JSON {
  /// `motions.notice/1`.
  package init(notice: Notice, latest: Notice.Latest, before meeting: CivilDate) {
    self = [
      "schema": "motions.notice/1",
      "latest": .string(latest.date.description),
      "rule": .string(latest.rule),
      "skipped": JSON(latest.skipped.map(\.description)),
      "notice": .string(notice.words),
      "before": .string(meeting.description),
    ]
  }
}
