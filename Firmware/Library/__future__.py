annotations = division = generators = absolute_import = print_function = True
unicode_literals = with_statement = nested_scopes = generator_stop = True
