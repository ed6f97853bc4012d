/** An update that cannot be applied yet. Nothing on a live socket is ever skipped: it waits, or the socket closes. */
export interface Parked<Owner> {
  readonly owner: Owner
  readonly update: Uint8Array
  /** When it has to be gone; null while it waits for the store and not for its author. */
  readonly deadline: number | null
}

/** What waits in one room, oldest first, with each owner's share. */
export class Parking<Owner> {
  #items: Parked<Owner>[] = []
  /** Bytes by owner; whoever has nothing waiting is not in it. */
  #loads = new Map<Owner, number>()

  get size(): number {
    return this.#items.length
  }

  has(owner: Owner): boolean {
    return this.#loads.has(owner)
  }

  bytesOf(owner: Owner): number {
    return this.#loads.get(owner) ?? 0
  }

  /** Copies the update: it may be a view into a socket's read buffer, which would stay in memory with it. */
  add(owner: Owner, update: Uint8Array, deadline: number | null): void {
    this.#put({ owner, update: new Uint8Array(update), deadline })
  }

  /** Removes and answers everything, oldest first, for another try. */
  takeAll(): readonly Parked<Owner>[] {
    const items = this.#items
    this.#items = []
    this.#loads.clear()
    return items
  }

  /** Back to its place behind those put back before it. */
  putBack(item: Parked<Owner>): void {
    this.#put(item)
  }

  forget(owner: Owner): void {
    if (this.#loads.delete(owner)) this.#items = this.#items.filter((item) => item.owner !== owner)
  }

  overdue(now: number): ReadonlySet<Owner> {
    return new Set(this.#items.filter(({ deadline }) => deadline !== null && deadline <= now).map(({ owner }) => owner))
  }

  #put(item: Parked<Owner>): void {
    this.#loads.set(item.owner, this.bytesOf(item.owner) + item.update.length)
    this.#items.push(item)
  }
}
