import Commands
import Platform

World.exit(with: run(Array(CommandLine.arguments.dropFirst()), in: .real()).code)
