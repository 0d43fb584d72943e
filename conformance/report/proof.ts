/** Written by npm run generate:conformance: how the suite itself is proved. */
export const proof = { faults: 295, variants: 46 } as const;
