import type { Ballot } from '@groundswell/shared'

/** A table votes for its heads: that many times the votes of one person. */
export const voteBudget = (perHead: number, heads: number): number => perHead * Math.max(1, heads)

/** One vote per head on the same cluster, or all one has. */
export const votesPerCluster = (perCluster: Ballot['perCluster'], heads: number, budget: number): number =>
  perCluster === 'budget' ? budget : Math.max(1, heads)
