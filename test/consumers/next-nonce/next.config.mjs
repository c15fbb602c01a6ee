// A Next.js application whose API stands behind the same origin.
export default {
  rewrites: async () => [{ source: "/api/:path*", destination: `${process.env.API_URL}/api/:path*` }],
};
