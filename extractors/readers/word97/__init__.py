"""The binary format of Word 97-2003 and of WPS (.doc, .wps), after [MS-DOC]."""
