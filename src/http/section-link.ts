/** Where a section such as `RFC 6749 §4.1.3` can be read. */
export function sectionLink(section: string): string {
  const [, document = '', number = ''] = /^RFC (\d+) §(.+)$/.exec(section) ?? [];
  return `https://www.rfc-editor.org/rfc/rfc${document}#section-${number}`;
}
