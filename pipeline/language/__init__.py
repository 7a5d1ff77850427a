"""Article to Doc: layout, sentences, tokens, morphology, lemmas, syntax; the only door to natasha and pymorphy3."""
