"""Forms: from a document as read to the forms it holds (`recognising.recognise`)."""
