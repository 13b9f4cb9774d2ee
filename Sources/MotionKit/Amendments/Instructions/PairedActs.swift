/// Acts that are one: "delete A and insert B" is a replacement.
enum PairedActs {
  static func of(_ acts: [Act]) -> [Act] {
    var result: [Act] = []
    for act in acts {
      if var last = result.last, canPair(last, act) {
        last.verb?.action = .replace
        last.new = act.new
        last.inside += act.inside
        last.check = act.check ?? last.check
        last.throughout = last.throughout || act.throughout
        last.leftovers += act.leftovers
        last.saysNewClause = last.saysNewClause || act.saysNewClause
        last.isUnnumbered = last.isUnnumbered || act.isUnnumbered
        last.span = last.span.lowerBound..<max(last.span.upperBound, act.span.upperBound)
        result[result.count - 1] = last
      } else {
        result.append(act)
      }
    }
    return result
  }

  private static func canPair(_ first: Act, _ second: Act) -> Bool {
    guard first.verb?.action == .delete, let action = second.verb?.action, first.new == nil, second.new != nil,
      [.insert, .replace, .substitute, .change].contains(action)
    else { return false }
    let hasLines =
      first.objects.isEmpty && first.words.isEmpty && first.range == nil && first.inside.contains(where: \.namesLine)
    let deleted = first.words.count + (first.objects.isEmpty && !hasLines ? 0 : 1) + (first.range == nil ? 0 : 1)
    guard deleted == 1 || first.everything else { return false }
    // A place at the very end is that of both: "delete ‘A’ and insert ‘B’ in clause 4".
    let sharesPlace = first.inside.isEmpty && first.objects.isEmpty
    guard second.position == nil, second.range == nil, second.insteadOf == nil,
      second.inside.isEmpty || sharesPlace, second.words.isEmpty,
      second.objects.allSatisfy({ $0.steps == [.inherited] })
    else { return false }
    if let label = second.newClause {
      guard case .labels(let ranges, _)? = first.objects.last?.steps.last else { return false }
      return ranges.contains { $0.from == label.from }
    }
    return true
  }
}
