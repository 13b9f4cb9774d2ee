import MotionKit

/// The texts that the instructions of the tables amend.
enum TestMotion: String, Sendable, CaseIterable {
  /// Numbers that run on through three sections.
  case fares
  /// Recitals, paragraphs without numbers, bullets under a heading, and compound numbers.
  case rules

  var document: Document { Document(parsing: text) }

  var text: String {
    switch self {
    case .fares:
      """
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

      """
    case .rules:
      """
      # Housing for all

      Whereas rents in the city have doubled since 2015;
      Whereas the register of empty homes has not been published;

      That this House welcomes the Housing Bill; believes that homes should be warm, safe and affordable; and calls on the Government to act.

      The Union has long campaigned on housing. Its members have won three campaigns.

      ## Next steps

      - Write to the Minister.
      - Hold a public meeting in May.
      - Report back in June.

      ## Rules

      1. Membership
         1.1 Membership is open to all tenants.
         1.2 The fee is £10 a year.
         1.3 The Secretary may waive the fee.
      2. Officers
         2.1 The Chair presides; the Secretary keeps the minutes.
         2.2 Officers are:
             (a) the Chair;
             (b) the Secretary;
             (c) the Treasurer.

      """
    }
  }
}
