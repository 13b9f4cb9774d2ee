/// The model motions and the presets of standing orders that ship with the tool.
public enum ModelMotions {}
