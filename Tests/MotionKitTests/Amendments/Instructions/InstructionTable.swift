import Testing

/// Instructions in the patterns in which people write them, with the sentence that says each back.
///
/// The table is the specification: a form of words that is read is a row here.
enum InstructionTable {
  struct Row: CustomTestStringConvertible, Sendable {
    var base: TestMotion
    var instruction: String
    var sentence: String
    var testDescription: String { instruction }
  }

  /// Agendas: changing.
  static let agendasChanging: [Row] = [
    Row(
      base: .fares,
      instruction: "Delete clauses 3 and 4.",
      sentence: "Delete clause 3. Delete clause 4."),
    Row(
      base: .fares,
      instruction: "Delete clauses 5 to 7",
      sentence: "Delete clauses 5 to 7."),
    Row(
      base: .fares,
      instruction: "Delete point 3 and replace with: Public transport is a right.",
      sentence: "Replace clause 3 with “Public transport is a right.”."),
    Row(
      base: .fares,
      instruction: #"In 7, replace "day of action" with "week of action"."#,
      sentence: "In 7, delete “day of action” and insert “week of action”."),
    Row(
      base: .fares,
      instruction: "Replace clause 4 with the following:\nThe council met in May.\n\nIn clause 1, delete ‘12%’.",
      sentence: "Replace clause 4 with “The council met in May.”. In 1, delete “12%”."),
    Row(
      base: .fares,
      instruction: "Resolves 6: delete.",
      sentence: "Delete clause 6."),
    Row(
      base: .fares,
      instruction: #"Resolves 6: replace with "To sing.""#,
      sentence: "Replace clause 6 with “To sing.”."),
    Row(
      base: .fares,
      instruction: "Delete believes 3 and renumber accordingly.",
      sentence: "Delete clause 3. Renumber the clauses."),
    Row(
      base: .fares,
      instruction: #"Delete all of "This branch believes"."#,
      sentence: "In believes, delete “This branch believes”."),
    Row(
      base: .fares,
      instruction: "In clause 1, delete ‘12%’\nAlso delete ‘in April’\nIn clause 3 delete ‘for people’",
      sentence: "In 1, delete “12%”. In 1, delete “in April”. In 3, delete “for people”."),
    Row(
      base: .fares,
      instruction: "1. In clause 1, delete ‘12%’.\n2. Delete clause 6.\n3. In clause 3 delete ‘for people’.",
      sentence: "In 1, delete “12%”. Delete clause 6. In 3, delete “for people”."),
    Row(
      base: .fares,
      instruction: "- In clause 1, delete ‘12%’\n- Delete clause 6",
      sentence: "In 1, delete “12%”. Delete clause 6."),
    Row(
      base: .fares,
      instruction: "In 1, change April to May",
      sentence: "In 1, delete “April” and insert “May”."),
    Row(
      base: .rules,
      instruction: "Rule 1.2: replace ‘£10’ with ‘£12’.",
      sentence: "In 1.2, delete “£10” and insert “£12”."),
    Row(
      base: .rules,
      instruction: "Replace rules 1.1 to 1.3 with:\n> 1.1 Membership is free.",
      sentence: "Replace clauses 1.1 to 1.3 with “1.1 Membership is free.”."),
    Row(
      base: .rules,
      instruction: #"In Next steps, delete "Hold a public meeting in May.""#,
      sentence: "In the second bullet under Next steps, delete “Hold a public meeting in May.”."),
    Row(
      base: .rules,
      instruction: "Delete “the Secretary” in 2.1.",
      sentence: "In 2.1, delete “the Secretary”."),
    Row(
      base: .rules,
      instruction: "Clause 1.3 of the rules, line 1, for “may” read “must”.",
      sentence: "In 1.3, delete “may” and insert “must”."),
    Row(
      base: .rules,
      instruction: "In 1.3, instead of “may” put “must”.",
      sentence: "In 1.3, delete “may” and insert “must”."),
    Row(
      base: .rules,
      instruction: #"1.1 - change "tenants" to "renters""#,
      sentence: "In 1.1, delete “tenants” and insert “renters”."),
    Row(
      base: .rules,
      instruction: "Delete 2.2 (a) to (c)",
      sentence: "Delete clauses 2.2/a to 2.2/c."),
    Row(
      base: .rules,
      instruction: "Delete 1.1, 1.2 and 2.1",
      sentence: "Delete clause 1.1. Delete clause 1.2. Delete clause 2.1."),
    Row(
      base: .rules,
      instruction: "Replace ‘warm’ with ‘dry’, ‘safe’ with ‘sound’ and ‘affordable’ with ‘cheap’.",
      sentence:
        "In p1, delete “warm” and insert “dry”. In p1, delete “safe” and insert “sound”. In p1, delete “affordable” and insert “cheap”."
    ),
    Row(
      base: .rules,
      instruction: "In 1.2, delete “the fee is £10”",
      sentence: "In 1.2, delete “The fee is £10”."),
    Row(
      base: .rules,
      instruction: #"Delete "Hold  a public meeting in May.""#,
      sentence: "In the second bullet under Next steps, delete “Hold a public meeting in May.”."),
    Row(
      base: .rules,
      instruction: "A1: delete 1.1",
      sentence: "Delete clause 1.1."),
    Row(
      base: .rules,
      instruction: #"in 1.2 replace "10" with "12""#,
      sentence: "In 1.2, delete “10” and insert “12”."),
    Row(
      base: .rules,
      instruction: "Amend 1.3 by replacing “may” with “must” and deleting “the fee”.",
      sentence: "In 1.3, delete “may” and insert “must”. In 1.3, delete “the fee”."),
    Row(
      base: .rules,
      instruction: "Amend 1.3:\n- replace “may” with “must”\n- delete “the fee”",
      sentence: "In 1.3, delete “may” and insert “must”. In 1.3, delete “the fee”."),
  ]

  /// Agendas: adding.
  static let agendasAdding: [Row] = [
    Row(
      base: .fares,
      instruction: #"In clause 1 delete "12%" and insert "15%"."#,
      sentence: "In 1, delete “12%” and insert “15%”."),
    Row(
      base: .fares,
      instruction: "After clause 3 insert:\n> 3A. To publish a survey of fares.",
      sentence: "After clause 3, insert the clause “3A. To publish a survey of fares.”."),
    Row(
      base: .fares,
      instruction: "Add new 4 and renumber: Something new.",
      sentence: "Before clause 4, insert the clause “Something new.”. Renumber the clauses."),
    Row(
      base: .fares,
      instruction: #"In 6, delete "council's leader - with" and insert "council""#,
      sentence: "In 6, delete “council’s leader – with” and insert “council”."),
    Row(
      base: .fares,
      instruction: #"At the end of the motion, add: "To report back.""#,
      sentence: "At the end of the motion, insert the clause “To report back.”."),
    Row(
      base: .fares,
      instruction: "Insert ‘long-suffering’ before ‘members rely’.",
      sentence: "In 2, before “members rely” insert “long-suffering”."),
    Row(
      base: .fares,
      instruction: #"Delete "12% and insert "15%"."#,
      sentence: "In 1, delete “12%” and insert “15%”."),
    Row(
      base: .fares,
      instruction: "Add new 4 and renumber: Something new.",
      sentence: "Before clause 4, insert the clause “Something new.”. Renumber the clauses."),
    Row(
      base: .fares,
      instruction: "After “April” insert “and again in May”",
      sentence: "In 1, after “April” insert “and again in May”."),
    Row(
      base: .fares,
      instruction: #"In Resolves 5, after "freeze" add "and a fares cut"."#,
      sentence: "In 5, after “freeze” insert “and a fares cut”."),
    Row(
      base: .fares,
      instruction: "Add Resolves 8: To hold a rally.",
      sentence: "After clause 7, insert the clause “To hold a rally.”."),
    Row(
      base: .fares,
      instruction: #"Insert new point after Resolves 5: "To write to the press.""#,
      sentence: "After clause 5, insert the clause “To write to the press.”."),
    Row(
      base: .fares,
      instruction: "by adding at the end the following: “8. To sing.”",
      sentence: "At the end of the motion, insert the clause “8. To sing.”."),
    Row(
      base: .fares,
      instruction: "Before clause 1 insert “0. A preface.”",
      sentence: "Before clause 1, insert the clause “0. A preface.”."),
    Row(
      base: .fares,
      instruction: "In clause 1:\na) delete ‘12%’ and insert ‘15%’\nb) delete ‘April’ and insert ‘May’",
      sentence: "In 1, delete “12%” and insert “15%”. In 1, delete “April” and insert “May”."),
    Row(
      base: .fares,
      instruction: "Clause 1: delete “12%”, insert “15%”.",
      sentence: "In 1, delete “12%” and insert “15%”."),
    Row(
      base: .fares,
      instruction: "In clause 6 delete ‘council’s leader’ and insert ‘members’ group’.",
      sentence: "In 6, delete “council’s leader” and insert “members’ group”."),
    Row(
      base: .fares,
      instruction: "In clause 6 delete «leader» and insert «mayor»",
      sentence: "In 6, delete “leader” and insert “mayor”."),
    Row(
      base: .fares,
      instruction: "In clause 6 delete ``leader'' and insert `mayor'",
      sentence: "In 6, delete “leader” and insert “mayor”."),
    Row(
      base: .fares,
      instruction: #"In 1 insert after "12%" "overall""#,
      sentence: "In 1, after “12%” insert “overall”."),
    Row(
      base: .fares,
      instruction: #"Add to clause 5: "and to report back""#,
      sentence: "In 5, at the end insert “and to report back”."),
    Row(
      base: .fares,
      instruction: "Add the following clause at the end: “8. To report back.”",
      sentence: "At the end of the motion, insert the clause “8. To report back.”."),
    Row(
      base: .fares,
      instruction: "Add a new clause: To report back.",
      sentence: "At the end of the motion, insert the clause “To report back.”."),
    Row(
      base: .fares,
      instruction: "Insert 5A: To sing.",
      sentence: "After clause 5, insert the clause “To sing.”."),
    Row(
      base: .fares,
      instruction: "Add the words “and Wales” after “company” in clause 4.",
      sentence: "In 4, after “company” insert “and Wales”."),
    Row(
      base: .rules,
      instruction: "Insert a new rule 1.4: The fee is due in May.",
      sentence: "After clause 1.3, insert the clause “The fee is due in May.”."),
    Row(
      base: .rules,
      instruction: #"Delete rule 1.3 and insert "1.3 The Committee may waive the fee.""#,
      sentence: "Replace clause 1.3 with “1.3 The Committee may waive the fee.”."),
    Row(
      base: .rules,
      instruction: #"Add to Next steps: "- Sing.""#,
      sentence: "At the end of Next steps, insert the clause “- Sing.”."),
    Row(
      base: .rules,
      instruction: "In 1.1 add at the end “and their children”",
      sentence: "In 1.1, at the end insert “and their children”."),
    Row(
      base: .rules,
      instruction: "In 1.1 add “council” before “tenants”.",
      sentence: "In 1.1, before “tenants” insert “council”."),
    Row(
      base: .rules,
      instruction: "In 1.1, insert “council” in front of “tenants”.",
      sentence: "In 1.1, before “tenants” insert “council”."),
    Row(
      base: .rules,
      instruction: "After ‘safe’ insert ‘, dry’",
      sentence: "In p1, after “safe” insert “, dry”."),
    Row(
      base: .rules,
      instruction: "Insert before “Next steps”: “Thanks.”",
      sentence: "In Next steps, before “Next steps” insert “Thanks.”."),
    Row(
      base: .rules,
      instruction: "In 1.2 delete 'a year' & insert 'a month'.",
      sentence: "In 1.2, delete “a year” and insert “a month”."),
    Row(
      base: .rules,
      instruction: #"In 1.2 delete ‘a year" and insert "a month’"#,
      sentence: "In 1.2, delete “a year” and insert “a month”."),
    Row(
      base: .rules,
      instruction: "In 1.2 delete “ a year ” and insert “ a month ”",
      sentence: "In 1.2, delete “a year” and insert “a month”."),
    Row(
      base: .rules,
      instruction: "Amendment 1\nIn 1.3 delete “may” and insert “must”.",
      sentence: "In 1.3, delete “may” and insert “must”."),
  ]

  /// Places.
  static let places: [Row] = [
    Row(
      base: .fares,
      instruction: "Delete the last sentence of clause 3.",
      sentence: "In 3, delete “The council owns the depot.”."),
    Row(
      base: .fares,
      instruction: "Change the title to ‘Train fares’",
      sentence: "Change the title to “Train fares”."),
    Row(
      base: .fares,
      instruction: "For “12%” substitute “20%”.",
      sentence: "In 1, delete “12%” and insert “20%”."),
    Row(
      base: .fares,
      instruction: #"In the last sentence of clause 3, change "depot" to "buses"."#,
      sentence: "In 3, delete “depot” and insert “buses”."),
    Row(
      base: .fares,
      instruction: #"At the end of the first sentence of clause 3, insert "if possible"."#,
      sentence: "In 3, after “Public transport may be run for people.” insert “if possible”."),
    Row(
      base: .fares,
      instruction: "Delete sub-clause (b) of clause 2",
      sentence: "Delete clause 2(b)."),
    Row(
      base: .fares,
      instruction: "Delete the clause beginning ‘To write’",
      sentence: "Delete clause 6."),
    Row(
      base: .fares,
      instruction: "Delete the third paragraph",
      sentence: "Delete clause 3."),
    Row(
      base: .fares,
      instruction: "Heading of resolves: change to ‘This branch instructs:’",
      sentence: "Change the heading of resolves to “This branch instructs:”."),
    Row(
      base: .fares,
      instruction: "Change heading “This branch resolves” to “This branch instructs:”",
      sentence: "Change the heading of resolves to “This branch instructs:”."),
    Row(
      base: .fares,
      instruction: "In the title, replace ‘Bus’ with ‘Train’",
      sentence: "Change the title to “Train fares”."),
    Row(
      base: .fares,
      instruction: "Title: replace ‘fares’ with ‘prices’",
      sentence: "Change the title to “Bus prices”."),
    Row(
      base: .rules,
      instruction: "In paragraph 2.2 (c) delete ‘Treasurer’",
      sentence: "In 2.2(c), delete “Treasurer”."),
    Row(
      base: .rules,
      instruction: "Delete the second bullet under Next steps.",
      sentence: "Delete the second bullet under Next steps."),
    Row(
      base: .rules,
      instruction: "Third bullet: delete ‘June’ and insert ‘July’",
      sentence: "In the third bullet under Next steps, delete “June” and insert “July”."),
    Row(
      base: .rules,
      instruction: #"After the last bullet under Next steps add: "- Write again.""#,
      sentence: "After the third bullet under Next steps, insert the clause “- Write again.”."),
    Row(
      base: .rules,
      instruction: "In the paragraph beginning ‘The Union has’, delete the second sentence.",
      sentence: "In p2, delete “Its members have won three campaigns.”."),
    Row(
      base: .rules,
      instruction: "In the paragraph beginning ‘The Union has’, after the first sentence insert ‘It will go on.’",
      sentence: "In p2, after “The Union has long campaigned on housing.” insert “It will go on.”."),
    Row(
      base: .rules,
      instruction: "Insert a new sub-clause (d) in rule 2.2: the Auditor.",
      sentence: "After clause 2.2(c), insert the clause “the Auditor.”."),
    Row(
      base: .rules,
      instruction: #"Change the heading of Next steps to "Actions"."#,
      sentence: "Change the heading of Next steps to “Actions”."),
    Row(
      base: .rules,
      instruction: "1.3: for ‘may’, substitute ‘must’.",
      sentence: "In 1.3, delete “may” and insert “must”."),
    Row(
      base: .rules,
      instruction: "In the second sentence of the paragraph beginning ‘The Union’, change ‘three’ to ‘four’.",
      sentence: "In p2, delete “three” and insert “four”."),
    Row(
      base: .rules,
      instruction: "At the beginning of 1.2 insert “From May,”",
      sentence: "In 1.2, at the start insert “From May,”."),
    Row(
      base: .rules,
      instruction: "At the end of the motion insert a new section:\n> ## Costs\n>\n> None.",
      sentence: "At the end of the motion, insert the clauses:\n> ## Costs\n>\n> None."),
    Row(
      base: .rules,
      instruction: "Add at the end of the last bullet “, or earlier”.",
      sentence: "In the third bullet under Next steps, at the end insert “, or earlier”."),
    Row(
      base: .rules,
      instruction: "In subsection (b) of 2.2, omit “the”.",
      sentence: "In 2.2(b), delete “the”."),
  ]

  /// Which of several.
  static let whichOfSeveral: [Row] = [
    Row(
      base: .fares,
      instruction: #"In 3, delete the second "may" and insert "must""#,
      sentence: "In 3, delete the second “may” and insert “must”."),
    Row(
      base: .fares,
      instruction: "Delete all and insert:\n> 1. New motion.\n> 2. Second.",
      sentence: "Delete all and insert:\n> 1. New motion.\n> 2. Second."),
    Row(
      base: .fares,
      instruction: "In 3, delete the last ‘may’.",
      sentence: "In 3, delete the second “may”."),
    Row(
      base: .fares,
      instruction: "In 3, delete ‘may’ (second occurrence).",
      sentence: "In 3, delete the second “may”."),
    Row(
      base: .fares,
      instruction: "In 3, delete ‘may’ where it first occurs.",
      sentence: "In 3, delete the first “may”."),
  ]

  /// Ranges.
  static let ranges: [Row] = [
    Row(
      base: .fares,
      instruction: "In clause 5, delete all after ‘campaign’.",
      sentence: "In 5, delete all after “campaign”, which stays."),
    Row(
      base: .fares,
      instruction: "In clause 2, delete from ‘get’ to ‘work’ and insert ‘travel’.",
      sentence: "In 2, delete from “get” to “work”, both included, and insert “travel”."),
    Row(
      base: .fares,
      instruction: "In clause 2, delete from ‘get’ to ‘work’ and insert ‘travel’.",
      sentence: "In 2, delete from “get” to “work”, both included, and insert “travel”."),
    Row(
      base: .fares,
      instruction: "Between ‘12%’ and ‘in April’ insert ‘overall’",
      sentence: "In 1, after “12%” insert “overall”."),
    Row(
      base: .fares,
      instruction: "Between clauses 5 and 6 insert: To do it.",
      sentence: "After clause 5, insert the clause “To do it.”."),
    Row(
      base: .fares,
      instruction: "Delete from ‘rose’ to the end of clause 1.",
      sentence: "In 1, delete from “rose” to the end, these words included."),
    Row(
      base: .fares,
      instruction: "In clause 1 delete all before ‘rose’.",
      sentence: "In 1, delete all before “rose”, which stays."),
    Row(
      base: .fares,
      instruction: #"Delete everything and replace with "1. Nothing.""#,
      sentence: "Delete all and insert “1. Nothing.”."),
    Row(
      base: .rules,
      instruction: "Delete the words from ‘welcomes’ to ‘Bill’ inclusive",
      sentence: "In p1, delete from “welcomes” to “Bill”, both included."),
    Row(
      base: .rules,
      instruction: "Insert “, dry,” between “safe” and “and affordable”",
      sentence: "In p1, after “safe” insert “, dry,”."),
    Row(
      base: .rules,
      instruction: "Delete all words after “presides” in 2.1",
      sentence: "In 2.1, delete all after “presides”, which stays."),
    Row(
      base: .rules,
      instruction: "Delete everything between “Chair” and “Secretary” in 2.1.",
      sentence: "In 2.1, delete all between “Chair” and “Secretary”."),
    Row(
      base: .rules,
      instruction: "Delete everything up to “the Secretary” in 2.1.",
      sentence: "In 2.1, delete all before “the Secretary”, which stays."),
  ]

  /// Throughout.
  static let throughout: [Row] = [
    Row(
      base: .fares,
      instruction: "In Believes 3, change ‘may’ to ‘must’ throughout",
      sentence: "Replace “may” with “must” throughout 3."),
    Row(
      base: .fares,
      instruction: "Delete “may” wherever it occurs.",
      sentence: "Delete “may” throughout the motion."),
    Row(
      base: .fares,
      instruction: "Replace each ‘may’ in 3 by ‘shall’.",
      sentence: "Replace “may” with “shall” throughout 3."),
    Row(
      base: .rules,
      instruction: "Replace “Secretary” with “Clerk” throughout.",
      sentence: "Replace “Secretary” with “Clerk” throughout the motion."),
    Row(
      base: .rules,
      instruction: "In rule 2, replace “Secretary” with “Clerk” throughout",
      sentence: "Replace “Secretary” with “Clerk” throughout 2."),
  ]

  /// Moving.
  static let moving: [Row] = [
    Row(
      base: .fares,
      instruction: "move 3 after 5",
      sentence: "Move clause 3 after clause 5."),
    Row(
      base: .fares,
      instruction: "Move clause 7 to the start of resolves",
      sentence: "Move clause 7 to the start of resolves."),
    Row(
      base: .fares,
      instruction: "Move clauses 3 and 4 after clause 6",
      sentence: "Move clause 3 after clause 6. Move clause 4 after clause 6."),
    Row(
      base: .rules,
      instruction: "Move 2.2(c) before 2.2(a).",
      sentence: "Move clause 2.2(c) before clause 2.2(a)."),
    Row(
      base: .rules,
      instruction: "Move rule 2 before rule 1 and renumber.",
      sentence: "Move 2 before 1. Renumber the clauses."),
    Row(
      base: .rules,
      instruction: "Remove the Next steps section.",
      sentence: "Delete Next steps."),
    Row(
      base: .rules,
      instruction: "Move the second bullet to the end of Next steps",
      sentence: "Move the second bullet under Next steps to the end of Next steps."),
  ]

  /// Order papers.
  static let orderPapers: [Row] = [
    Row(
      base: .fares,
      instruction: "In 2(a), leave out ‘work’ and add ‘school’",
      sentence: "In 2(a), delete “work” and insert “school”."),
    Row(
      base: .fares,
      instruction: "Add at end of resolves:\n    8. To write.\n    9. To sing.",
      sentence: "At the end of resolves, insert the clauses:\n> 8. To write.\n> 9. To sing."),
    Row(
      base: .fares,
      instruction: "In line 5, leave out ‘April’ and insert ‘May’.",
      sentence: "In 1, delete “April” and insert “May”."),
    Row(
      base: .fares,
      instruction: "Add at end of resolves:\n    8. To write.\n    9. To sing.",
      sentence: "At the end of resolves, insert the clauses:\n> 8. To write.\n> 9. To sing."),
    Row(
      base: .fares,
      instruction: "Leave out from ‘profit’ to end and add ‘board’.",
      sentence: "In the motion, delete from “profit” to the end, these words included, and insert “board”."),
    Row(
      base: .fares,
      instruction: "In clause 4, leave out ‘Chairman’ and insert ‘Chair’; and leave out ‘May’ and insert ‘June’.",
      sentence: "In 4, delete “Chairman” and insert “Chair”. In 4, delete “May” and insert “June”."),
    Row(
      base: .fares,
      instruction: "Clause 3, leave out ‘people’ and insert ‘us’.",
      sentence: "In 3, delete “people” and insert “us”."),
    Row(
      base: .fares,
      instruction: "Page 2, line 7, leave out ‘depot’ and insert ‘garage’",
      sentence: "In 3, delete “depot” and insert “garage”."),
    Row(
      base: .fares,
      instruction: "At end add ‘and calls on members to support it’",
      sentence: "In 7, at the end insert “and calls on members to support it”."),
    Row(
      base: .rules,
      instruction: "In 2.1, leave out ‘the minutes’ and insert ‘the record’.",
      sentence: "In 2.1, delete “the minutes” and insert “the record”."),
    Row(
      base: .rules,
      instruction: "In 2.2(b), leave out ‘Secretary’ and insert ‘Clerk’",
      sentence: "In 2.2(b), delete “Secretary” and insert “Clerk”."),
    Row(
      base: .rules,
      instruction: "Leave out from ‘Bill’ to end and add ‘but regrets its delay’.",
      sentence:
        "In the motion, delete from “Bill” to the end, these words included, and insert “but regrets its delay”."),
    Row(
      base: .rules,
      instruction: "Leave out from ‘Bill;’ to ‘and calls’ and insert ‘and’.",
      sentence: "In p1, delete from “Bill;” to “and calls”, both included, and insert “and”."),
    Row(
      base: .rules,
      instruction: "Leave out ‘Housing Bill’ and insert ‘Homes Bill’, and leave out ‘safe’.",
      sentence: "In p1, delete “Housing Bill” and insert “Homes Bill”. In p1, delete “safe”."),
    Row(
      base: .rules,
      instruction: "In 2.1 after “presides” leave out to the end and insert “.”",
      sentence: "In 2.1, delete all after “presides”, which stays, and insert “.”."),
    Row(
      base: .rules,
      instruction: "In 2.1, leave out all the words from ‘; the’ to the end.",
      sentence: "In 2.1, delete from “; the” to the end, these words included."),
  ]

  /// Passive and nominal.
  static let passiveAndNominal: [Row] = [
    Row(
      base: .fares,
      instruction: "Substitution of ‘June’ for ‘May’ in clause 4",
      sentence: "In 4, delete “May” and insert “June”."),
    Row(
      base: .fares,
      instruction: "the words ‘in April’ be deleted",
      sentence: "In 1, delete “in April”."),
    Row(
      base: .fares,
      instruction: "That clause 3 be deleted.",
      sentence: "Delete clause 3."),
    Row(
      base: .fares,
      instruction: "That the words “met in May” be omitted and the words “never met” be inserted in clause 4.",
      sentence: "In 4, delete “met in May” and insert “never met”."),
    Row(
      base: .fares,
      instruction: "Clause 3 be moved to the end of resolves.",
      sentence: "Move clause 3 to the end of resolves."),
    Row(
      base: .rules,
      instruction: "1.2: “The fee is £10 a year.” to be replaced by “There is no fee.”",
      sentence: "In 1.2, delete “The fee is £10 a year.” and insert “There is no fee.”."),
    Row(
      base: .rules,
      instruction: "In 1.1, “tenants” shall be replaced with “renters”.",
      sentence: "In 1.1, delete “tenants” and insert “renters”."),
    Row(
      base: .rules,
      instruction:
        "That section 2.1 be amended by the deletion of the words “the minutes” and the insertion of the words “the record”.",
      sentence: "In 2.1, delete “the minutes” and insert “the record”."),
    Row(
      base: .rules,
      instruction: "By the addition of the words “and lodgers” after “tenants” in rule 1.1.",
      sentence: "In 1.1, after “tenants” insert “and lodgers”."),
  ]

  /// American statutes.
  static let americanStatutes: [Row] = [
    Row(
      base: .fares,
      instruction: "Clause 4 is amended by striking ‘met in May’ and inserting ‘met in June’.",
      sentence: "In 4, delete “met in May” and insert “met in June”."),
    Row(
      base: .fares,
      instruction:
        "Section 4 is amended— (1) by striking “Chairman” and inserting “Chair”; and (2) by striking “May” and inserting “June”.",
      sentence: "In 4, delete “Chairman” and insert “Chair”. In 4, delete “May” and insert “June”."),
    Row(
      base: .fares,
      instruction: "Clause 4 is amended by inserting “duly” before “met”.",
      sentence: "In 4, before “met” insert “duly”."),
    Row(
      base: .rules,
      instruction: "In 1.2 strike “£10 a year” and insert in lieu thereof “£12 a year”",
      sentence: "In 1.2, delete “£10 a year” and insert “£12 a year”."),
    Row(
      base: .rules,
      instruction: #"Strike the word "may" in 1.3 and replace it with "must"."#,
      sentence: "In 1.3, delete “may” and insert “must”."),
    Row(
      base: .rules,
      instruction: "Rule 1.1 is repealed.",
      sentence: "Delete clause 1.1."),
  ]

  /// United Nations.
  static let unitedNations: [Row] = [
    Row(
      base: .fares,
      instruction: "Operative paragraph 5: replace “fares freeze” with “fares cut”.",
      sentence: "In 5, delete “fares freeze” and insert “fares cut”."),
    Row(
      base: .fares,
      instruction: "Insert a new operative paragraph after operative paragraph 5: “Requests a report;”",
      sentence: "After clause 5, insert the clause “Requests a report;”."),
    Row(
      base: .fares,
      instruction: "Replace operative paragraph 6 with the following text: “Decides to remain seized of the matter.”",
      sentence: "Replace clause 6 with “Decides to remain seized of the matter.”."),
    Row(
      base: .rules,
      instruction: "In the first recital, replace “doubled” with “tripled”.",
      sentence: "In the first recital, delete “doubled” and insert “tripled”."),
    Row(
      base: .rules,
      instruction: #"In PP2 delete "not"."#,
      sentence: "In the second recital, delete “not”."),
  ]

  /// Speech.
  static let speech: [Row] = [
    Row(
      base: .fares,
      instruction: "I move that we delete clause 5.",
      sentence: "Delete clause 5."),
    Row(
      base: .fares,
      instruction: "I'd like to delete the words “in April” please.",
      sentence: "In 1, delete “in April”."),
    Row(
      base: .rules,
      instruction: "Please change the fee in 1.2 from ‘£10’ to ‘£15’.",
      sentence: "In 1.2, delete “£10” and insert “£15”."),
    Row(
      base: .rules,
      instruction: "Could we just lose the words “a year” in 1.2?",
      sentence: "In 1.2, delete “a year”."),
    Row(
      base: .rules,
      instruction: "I'd like to add “and residents” after “tenants” in 1.1, chair.",
      sentence: "In 1.1, after “tenants” insert “and residents”."),
  ]

  /// The new reading.
  static let theNewReading: [Row] = [
    Row(
      base: .fares,
      instruction: #"In clause 1 delete "12%" and insert "15%" so that it reads: "Bus fares rose by 15% in April.""#,
      sentence: "In 1, delete “12%” and insert “15%”."),
    Row(
      base: .fares,
      instruction: #"Amend clause 7 to read: "To organise a week of action.""#,
      sentence: "Replace clause 7 with “To organise a week of action.”."),
    Row(
      base: .fares,
      instruction: "Clause 5 is amended to read as follows: “To campaign.”",
      sentence: "Replace clause 5 with “To campaign.”."),
  ]

  /// Conditions.
  static let conditions: [Row] = [
    Row(
      base: .fares,
      instruction: "If A3 is carried, in clause 1 delete ‘12%’.",
      sentence: "If A3 is carried: in 1, delete “12%”."),
    Row(
      base: .fares,
      instruction: "Consequential on A2: delete clause 6.",
      sentence: "If A2 is carried: delete clause 6."),
    Row(
      base: .fares,
      instruction: "Unless A4 is lost, delete clause 6.",
      sentence: "If A4 is carried: delete clause 6."),
  ]

  static let all =
    agendasChanging + agendasAdding + places + whichOfSeveral + ranges + throughout + moving + orderPapers
    + passiveAndNominal + americanStatutes + unitedNations + speech + theNewReading + conditions
}
