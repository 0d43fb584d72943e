/**
 * Puts the environment's values in place of `${NAME}` in every text. `$${` stands for `${` itself. What the
 * environment does not have is told to `missing`, and stays as it was.
 */
export function fillPlaceholders(
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
  missing: (path: readonly string[], name: string) => void,
  path: readonly string[] = [],
): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$?\$\{([^}]*)\}/g, (placeholder, name: string) => {
      if (placeholder.startsWith('$$')) return placeholder.slice(1);
      const found = env[name];
      if (found === undefined || found === '') missing(path, name);
      return found ?? placeholder;
    });
  }
  const fill = (item: unknown, key: string) => fillPlaceholders(item, env, missing, [...path, key]);
  if (Array.isArray(value)) return value.map((item, index) => fill(item, String(index)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, key)]));
}
