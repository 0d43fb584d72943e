/** What Express keeps of a router; its own types do not tell. */
interface Layer {
  handle?: { stack?: Layer[] };
  route?: { path: string; stack: { method?: string }[] };
}

/** Every method and path of an Express application, in braces as the contract writes them; sorted. */
export function routesOf(application: object): string[] {
  const { router } = application as { router: { stack: Layer[] } };
  return [...new Set(router.stack.flatMap(routesWithin))].sort();
}

function routesWithin({ handle, route }: Layer): string[] {
  if (route === undefined) return handle?.stack?.flatMap(routesWithin) ?? [];
  const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
  return route.stack.flatMap(({ method }) => (method === undefined ? [] : [`${method} ${path}`]));
}
