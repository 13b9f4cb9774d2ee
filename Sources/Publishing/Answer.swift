internal import CanonicalJSON

/// The `--json` answers.
public enum Answer {}
