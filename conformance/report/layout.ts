/** How wide a report may be, and whether it may have colours. */
export interface Screen {
  columns: number;
  colours: boolean;
}

/** The words in lines of at most so many characters; a word that is longer is broken. */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(20, columns);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const indent = (/^ */.exec(paragraph)?.[0] ?? '').slice(0, width / 2);
    let line = indent;
    for (const word of paragraph
      .trim()
      .split(' ')
      .flatMap((whole) => pieces(whole, width - indent.length))) {
      const longer = line === indent ? line + word : `${line} ${word}`;
      if (longer.length <= width) line = longer;
      else {
        lines.push(line);
        line = indent + word;
      }
    }
    lines.push(line);
  }
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  return [word.slice(0, width), ...pieces(word.slice(width), width)];
}

const labelWidth = 10;

/** A word at the left and the text beside it, indented. */
export function labelled(
  label: string,
  text: string,
  columns: number,
  paint: (text: string) => string,
): string[] {
  const indent = 2 + labelWidth;
  return wrap(text, columns - indent).map((line, index) => {
    const head = index === 0 ? paint(label.padEnd(labelWidth)) : ' '.repeat(labelWidth);
    return `  ${head}${line}`.trimEnd();
  });
}

/** Cut to the width, with a sign that something is missing. */
export function cut(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(1, columns - 1))}…`;
}

/** Control characters made visible, so that what a server sends cannot steer the terminal. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e]/g, (character) =>
    character === '\r' ? '' : `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
