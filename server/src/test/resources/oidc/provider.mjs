// A provider for tests: anybody may sign in under any name, and what it says of them follows from the name.
import Provider from "oidc-provider";

const port = Number(process.argv[2]);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: "broadsheet",
      client_secret: "a-secret-of-the-test",
      // Of a native client any port of this machine fits.
      application_type: "native",
      redirect_uris: ["http://localhost/sign-in/with/node/callback"],
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
  cookies: { keys: ["a key of the test"] },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id}@institute.example`,
      email_verified: true,
      name: `${id[0].toUpperCase()}${id.slice(1)} of the Institute`,
      preferred_username: id,
    }),
  }),
});
provider.listen(port, "127.0.0.1", () => console.log("listening"));
