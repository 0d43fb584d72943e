/** Written by npm run generate:conformance: how the suite itself is proved. */
export const proof = { faults: 306, variants: 46 } as const;
