/** The clusters that a person would make, each with its notes. */
export type LabelledNotes = Readonly<Record<string, readonly string[]>>
