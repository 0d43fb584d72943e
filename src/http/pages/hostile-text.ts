/** Markup, an attribute's end, an override of direction and the sign that closes an isolate, marks and length. */
export const HOSTILE = `"><script>alert(1)</script>' onfocus=alert(2) &lt;b&gt; \u2069\u202Egnp.rab\u202C 🦊👩‍👩‍👧 ${'Z\u0351\u0363\u034A'.repeat(8)} ${'W'.repeat(220)}`;
