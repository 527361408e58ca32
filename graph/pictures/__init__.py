"""Pictures of a part of the graph: what is drawn as plain data (`scene`), where (`layout`), and as SVG (`svg`)."""
