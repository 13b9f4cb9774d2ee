extension Motions {
  /// Commands that stand together in the help, under what a person wants to do.
  struct Group: Sendable {
    var name: String
    var commands: [any MotionsCommand.Type]
  }

  static let groups: [Group] = [
    Group(
      name: "Write a motion",
      commands: [
        NewCommand.self,
        ModelsCommand.self,
        ImportCommand.self,
        CheckCommand.self,
        FormatCommand.self,
        ParseCommand.self,
      ]),
    Group(
      name: "Compare and amend texts",
      commands: [
        DiffCommand.self,
        ReadCommand.self,
        MergeCommand.self,
        SimilarCommand.self,
        CompositeCommand.self,
      ]),
    Group(
      name: "Dates and figures",
      commands: [
        DeadlinesCommand.self,
        NoticeCommand.self,
        DecideCommand.self,
      ]),
    Group(
      name: "A body and what it receives",
      commands: [
        InitCommand.self,
        RulesCommand.self,
        ReceiveCommand.self,
        AmendCommand.self,
        AdmitCommand.self,
        RuleOutCommand.self,
        RestoreCommand.self,
      ]),
    Group(
      name: "Where things are",
      commands: [
        NowCommand.self,
        ListCommand.self,
        ShowCommand.self,
        OrderCommand.self,
        LogCommand.self,
        PapersCommand.self,
        SheetCommand.self,
        StatusCommand.self,
      ]),
    Group(
      name: "In the meeting",
      commands: [
        MeetingCommand.self,
        MovedCommand.self,
        SecondedCommand.self,
        NotMovedCommand.self,
        AcceptCommand.self,
        WithdrawCommand.self,
        RemitCommand.self,
        PutCommand.self,
        VoteCommand.self,
        CastingCommand.self,
        RecountCommand.self,
        CardCommand.self,
        RulingCommand.self,
        NoteCommand.self,
        UndoCommand.self,
        CorrectCommand.self,
      ]),
    Group(
      name: "What was decided",
      commands: [
        MinutesCommand.self,
        ExplainCommand.self,
        BlameCommand.self,
        PolicyCommand.self,
        SupersedeCommand.self,
        RescindCommand.self,
        VerifyCommand.self,
        ReceiptCommand.self,
        CheckReceiptCommand.self,
        PublishCommand.self,
        ContinueCommand.self,
      ]),
    Group(name: "The record by itself", commands: [LedgerCommand.self]),
  ]
}
