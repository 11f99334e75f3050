#include "app/net/certificate.h"

#include "app/net/openssl_owned.h"

#include <gtest/gtest.h>

#include <ctime>

namespace handbell::net {
namespace {

Instant real_now() { return {static_cast<std::int64_t>(std::time(nullptr)) * 1000}; }

std::vector<ServerName> names(const std::vector<std::string>& texts) {
  std::vector<ServerName> made;
  for (const auto& text : texts) made.push_back(*ServerName::parse(text));
  return made;
}

/// What OpenSSL says of a chain, asked as a browser would that trusts its last.
int verified(const std::string& chain) {
  const auto found = certificates_in(chain);
  X509_STORE* store = X509_STORE_new();
  X509_STORE_add_cert(store, found.back().get());
  X509_STORE_CTX* context = X509_STORE_CTX_new();
  X509_STORE_CTX_init(context, store, found.front().get(), nullptr);
  X509_STORE_CTX_set_purpose(context, X509_PURPOSE_SSL_SERVER);
  X509_verify_cert(context);
  const int result = X509_STORE_CTX_get_error(context);
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  return result;
}

TEST(ServerName, is_a_name_or_an_address_and_nothing_that_writes_more_into_a_certificate) {
  EXPECT_EQ(ServerName::parse("Office.Oak.LAN")->text(), "office.oak.lan");
  EXPECT_FALSE(ServerName::parse("oak")->is_address());
  EXPECT_TRUE(ServerName::parse("192.168.1.20")->is_address());
  EXPECT_EQ(ServerName::parse("2001:DB8:0::1")->text(), "2001:db8::1");
  for (const char* wrong :
       {"", ".", "a..b", "-a", "a-", "a b", "*.oak.lan", "oak.lan,DNS:evil.example", "0.0.0.0",
        "::", "192.168.1.300", "1.2.3", "oak.lan:8400", "https://oak.lan", "ö.lan", "a_b"}) {
    const auto name = ServerName::parse(wrong);
    ASSERT_FALSE(name) << wrong;
    EXPECT_EQ(name.error().code, FaultCode::host_name_wrong);
  }
}

TEST(Certificate, is_for_its_names_and_397_days_and_vouched_for_by_the_schools_own_authority) {
  const Instant now = real_now();
  const auto wanted = names({"office.oak.lan", "192.168.1.20", "2001:db8::1"});
  const auto authority = make_authority("Oak Lane Primary \xc5\x81\xc3\xb3\xc4\x8f", wanted, now);
  const auto server = issue(authority, wanted, now);
  ASSERT_TRUE(server) << sentence(server.error());
  EXPECT_EQ(verified(server->certificate), X509_V_OK);
  const auto facts = facts_of(server->certificate, "here");
  EXPECT_EQ(facts->names,
            (std::vector<std::string>{"office.oak.lan", "192.168.1.20", "2001:db8::1"}));
  EXPECT_LE((facts->until - facts->from).count, hours(397 * 24).count);
  EXPECT_GT(facts->until, now + hours(395 * 24));
  const auto above = facts_of(authority.certificate, "here");
  EXPECT_EQ(above->names, facts->names) << "it may vouch for these alone";
  EXPECT_EQ(above->fingerprint.size(), 95U);
  EXPECT_EQ(*top_of(server->certificate, "here"), authority.certificate);
}

TEST(Certificate, for_anything_else_by_the_same_authority_is_believed_by_nobody) {
  const Instant now = real_now();
  const auto both = make_authority("Oak Lane", names({"oak.lan", "192.168.1.20"}), now);
  for (const char* other : {"bank.example", "xoak.lan", "lan", "192.168.1.21", "2001:db8::1"}) {
    const auto leaf = issue(both, names({other}), now);
    EXPECT_EQ(verified(leaf->certificate), X509_V_ERR_PERMITTED_VIOLATION) << other;
  }
  EXPECT_EQ(verified(issue(both, names({"oak.lan", "bank.example"}), now)->certificate),
            X509_V_ERR_PERMITTED_VIOLATION);
  for (const char* own : {"oak.lan", "192.168.1.20"}) {
    EXPECT_EQ(verified(issue(both, names({own}), now)->certificate), X509_V_OK) << own;
  }
  const auto name = make_authority("Oak Lane", names({"oak.lan"}), now);
  for (const char* other : {"192.168.1.20", "2001:db8::1"}) {
    EXPECT_EQ(verified(issue(name, names({other}), now)->certificate),
              X509_V_ERR_EXCLUDED_VIOLATION)
        << other;
  }
  const auto address = make_authority("Oak Lane", names({"192.168.1.20"}), now);
  for (const char* other : {"oak.lan", "bank.example", "2001:db8::1"}) {
    EXPECT_EQ(verified(issue(address, names({other}), now)->certificate),
              X509_V_ERR_PERMITTED_VIOLATION)
        << other;
  }
  const auto below = issue(both, names({"oak.lan"}), now);
  const Issued pretends{below->certificate, below->key};
  const auto third = issue(pretends, names({"oak.lan"}), now);
  EXPECT_NE(verified(third->certificate.substr(0, third->certificate.find("-----END") + 25) + "\n" +
                     both.certificate),
            X509_V_OK)
      << "the server's own certificate vouches for nothing";
}

TEST(GivenCertificate, is_taken_where_it_can_serve_today_and_each_mistake_has_its_name) {
  const Instant now = real_now();
  const auto wanted = names({"oak.lan"});
  const auto authority = make_authority("Oak Lane", wanted, now);
  const auto server = *issue(authority, wanted, now);
  const auto other = *issue(authority, wanted, now);
  const auto code = [&](const std::string& chain, const std::string& key, Instant at) {
    const auto done = can_serve({chain, key, "chain.pem", "key.pem"}, at);
    return done ? std::string("fine") : name_of(done.error().code);
  };
  EXPECT_EQ(code(server.certificate, server.key, now), "fine");
  EXPECT_EQ(code(server.certificate, other.key, now), "key_of_another");
  EXPECT_EQ(code(server.certificate, "", now), "key_unreadable");
  EXPECT_EQ(code("", server.key, now), "certificate_unreadable");
  EXPECT_EQ(code(server.certificate + "-----BEGIN CERTIFICATE-----\nAAAA\n", server.key, now),
            "certificate_unreadable");
  EXPECT_EQ(code(server.certificate + other.certificate, server.key, now),
            "certificate_unreadable");
  EXPECT_EQ(code(authority.certificate + server.certificate, authority.key, now),
            "certificate_unreadable");
  EXPECT_EQ(code(server.certificate, server.key, now + hours(397 * 24)), "certificate_not_today");
  EXPECT_EQ(code(server.certificate, server.key, now - hours(25)), "certificate_not_today");
}

}  // namespace
}  // namespace handbell::net
