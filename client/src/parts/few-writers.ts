/** With fewer writers than this nobody can hide among them: the screen says so where it promised no names. */
export const FEW_WRITERS = 5
