// Passkeys: asks the browser for what the server wants to know. The forms stay hidden where it cannot be asked.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => {
    const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  };
  const text = (buffer) => {
    let binary = "";
    for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  const creation = (options) => ({
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
  });
  const request = (options) => ({ ...options, challenge: bytes(options.challenge) });

  const told = (credential) => {
    const { response } = credential;
    const common = {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
    const clientDataJSON = text(response.clientDataJSON);
    if (response.attestationObject) {
      return {
        ...common,
        response: {
          clientDataJSON,
          attestationObject: text(response.attestationObject),
          transports: response.getTransports?.() ?? [],
        },
      };
    }
    return {
      ...common,
      response: {
        clientDataJSON,
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    };
  };

  const post = async (address, token, content) => {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": token },
      body: JSON.stringify(content),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.error);
    return body;
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const making = form.dataset.passkey === "create";
    const trouble = form.querySelector("[data-trouble]");
    const button = form.querySelector("button");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const address = form.getAttribute("action");
      const fields = Object.fromEntries(new FormData(form));
      const token = fields._csrf;
      delete fields._csrf;
      trouble.textContent = "";
      button.disabled = true;
      try {
        const { publicKey } = await post(address + "/options", token, fields);
        const credential = making
          ? await navigator.credentials.create({ publicKey: creation(publicKey) })
          : await navigator.credentials.get({ publicKey: request(publicKey) });
        const { next } = await post(address, token, { ...fields, credential: told(credential) });
        location.assign(next);
      } catch (failure) {
        trouble.textContent = failure.name === "NotAllowedError" ? "Your device did not go on: it was cancelled, or it took too long. Try again."
          : failure.name === "InvalidStateError" ? "This device has a passkey of yours already."
          : failure.name === "Error" ? failure.message
          : "That did not work. Try again.";
        button.disabled = false;
      }
    });
  }
})();
