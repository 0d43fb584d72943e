/** The names that stand more than once in one object of the text; parsing would keep the last one and hide it. */
export function repeatedMembers(text: string): string[] {
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\]:]/gs) ?? [];
  tokens.forEach((token, index) => {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (tokens[index + 1] === ':') {
      const names = open.at(-1);
      const name = unescape(token);
      if (names?.has(name)) repeated.push(name);
      names?.add(name);
    }
  });
  return repeated;
}

function unescape(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
