/** An update that cannot be applied yet. Nothing on a live socket is ever skipped: it waits, or the socket closes. */
export interface Parked<Owner> {
  readonly owner: Owner
  readonly update: Uint8Array
  /** When it has to be gone; null while it waits for the store and not for its author. */
  readonly deadline: number | null
}

export class Parking<Owner> {
  #items: Parked<Owner>[] = []

  get size(): number {
    return this.#items.length
  }

  bytesOf(owner: Owner): number {
    return this.#items.reduce((sum, item) => (item.owner === owner ? sum + item.update.length : sum), 0)
  }

  has(owner: Owner): boolean {
    return this.#items.some((item) => item.owner === owner)
  }

  /** Copies the update: it may be a view into a socket's read buffer, which would stay in memory with it. */
  add(owner: Owner, update: Uint8Array, deadline: number | null): void {
    this.#items.push({ owner, update: new Uint8Array(update), deadline })
  }

  /** Removes and answers everything, oldest first, for another try. */
  takeAll(): readonly Parked<Owner>[] {
    const items = this.#items
    this.#items = []
    return items
  }

  putBack(item: Parked<Owner>): void {
    this.#items.push(item)
  }

  forget(owner: Owner): void {
    this.#items = this.#items.filter((item) => item.owner !== owner)
  }

  overdue(now: number): ReadonlySet<Owner> {
    return new Set(this.#items.filter(({ deadline }) => deadline !== null && deadline <= now).map(({ owner }) => owner))
  }
}
