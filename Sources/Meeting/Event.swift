/// What can be recorded of a body and its meetings.
public enum Event: Sendable {}
