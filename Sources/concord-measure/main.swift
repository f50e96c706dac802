import ArgumentParser

MeasureCommand.main()
