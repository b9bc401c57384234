"""French words and figures, laid out and made safe."""
