package jp.todoke.integration.inquiry;

/** The step that follows at once, with the inquiry as it stands now. */
record Next(Inquiry inquiry, Step step) {}
