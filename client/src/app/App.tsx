export function App() {
  return <main>Groundswell</main>
}
