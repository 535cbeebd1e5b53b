"""What ``output/<year>`` holds: the report, and all that an auditor needs to make it again."""
