import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Metrics } from '../ports.ts'

/** A registry with its text form for `/metrics`. */
export interface MetricsRegistry extends Metrics {
  readonly contentType: string
  render(): Promise<string>
}

const PREFIX = 'groundswell_'

export function createMetrics(): MetricsRegistry {
  const registry = new Registry()
  const registers = [registry]
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    gauge(name, help, read) {
      registry.registerMetric(
        new Gauge({
          name: PREFIX + name,
          help,
          registers: [],
          collect() {
            this.set(read())
          },
        }),
      )
    },
    total(name, help, read) {
      const collect = function (this: Counter): void {
        this.reset()
        this.inc(read())
      }
      registry.registerMetric(new Counter({ name: PREFIX + name, help, registers: [], collect }))
    },
    labelled(name, help, label) {
      const counter = new Counter({ name: PREFIX + name, help, labelNames: [label], registers })
      return (value) => counter.inc({ [label]: value })
    },
    histogram(name, help, buckets) {
      const histogram = new Histogram({ name: PREFIX + name, help, buckets: [...buckets], registers })
      return (value) => histogram.observe(value)
    },
  }
}

/** Counts nothing. */
export const noMetrics: Metrics = {
  gauge() {},
  total() {},
  labelled: () => () => {},
  histogram: () => () => {},
}
