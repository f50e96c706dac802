MeasureCommand.main()
