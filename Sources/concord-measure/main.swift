import ArgumentParser

MeasureTool.main()
