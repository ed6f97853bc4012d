/** A table votes for its heads: that many times the votes of one person. */
export const voteBudget = (perHead: number, heads: number): number => perHead * Math.max(1, heads)

/** One vote per head on the same cluster. */
export const votesPerCluster = (heads: number): number => Math.max(1, heads)
