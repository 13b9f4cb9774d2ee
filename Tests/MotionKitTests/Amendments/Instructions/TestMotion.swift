import MotionKit

/// The texts that the instructions of the tables amend.
enum TestMotion {
  static let fares = Document(
    parsing: """
      ---
      title: Bus fares
      ---
      This branch notes:

      1. Bus fares rose by 12% in April.
      2. Many members rely on buses to:

         a) get to work;
         b) attend branch meetings.

      This branch believes:

      3. Public transport may be run for people. It may not be run for profit. The council owns the depot.
      4. The Chairman of the council, and the chairman of the company, met in May.

      This branch resolves:

      5. To campaign for a fares freeze (see 2 above).
      6. To write to the council’s leader – with a copy to members’ representatives.
      7. To organise a “day of action” on 1 May.

      """)
}
