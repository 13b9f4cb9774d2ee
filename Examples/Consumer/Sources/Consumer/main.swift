import MotionKit

let motion = Document(
  parsing: Array(
    """
    ---
    title: Bus fares
    ---
    This branch resolves:

    1. To campaign for a fares freeze.
    """.utf8))

print("\(motion.nodes.count) parts, \(motion.findings.count) findings")
