// SPDX-License-Identifier: MIT
#include "output/serve/server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <httplib.h>
#include <sys/file.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "output/files/atomic_file.hpp"
#include "output/json/parts.hpp"
#include "output/language/localized_error.hpp"
#include "output/report/report.hpp"
#include "output/serve/api.hpp"
#include "output/serve/connection.hpp"
#include "output/serve/guard.hpp"
#include "output/serve/refused.hpp"
#include "output/studies/option_values.hpp"

namespace trapphus::output {
namespace {

using httplib::Request;
using httplib::Response;
using Json = Api::Json;

constexpr int kThreads = 16;
constexpr const char* kJson = "application/json";

/// Locks the folder: two servers would both take unfinished runs for their own.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw CannotWrite({"cannot_write.served", {{"file", file.string()}}});
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() { ::close(descriptor_); }

 private:
  int descriptor_;
};

std::filesystem::path own_folder(const ScenarioFolder& folder) {
  auto own = folder.path() / ".trapphus";
  prepare_folder(own);
  return own;
}

/// Content-Security-Policy of the page: only its own script, by hash.
std::string content_policy() {
  const std::string page = served_page();
  const std::string_view begin = "content=\"";
  const auto at = page.find("Content-Security-Policy");
  const auto from = page.find(begin, at) + begin.size();
  return page.substr(from, page.find('"', from) - from) + "; frame-ancestors 'none'";
}

Language language_of(const Request& request) {
  return output::language_of(request.get_param_value("lang")).value_or(english());
}

std::string text_of(const char* id, const std::string& what, Language language) {
  const Words words(language);
  return what.empty() ? words(id) : words(id, {{"what", what}});
}

/// Sends a body in pieces, which the library does not compress; compressing a large text would take seconds.
void send(Response& response, std::string text, const char* type) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  response.set_content_provider(kept->size(), type,
                                [kept](std::size_t from, std::size_t length, httplib::DataSink& sink) {
                                  return sink.write(kept->data() + from, length);
                                });
}

void refuse(Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(in_one_line({{"error", why}}), kJson);
}

Caller caller(const Request& request) {
  return {request.method,
          request.path,
          request.get_header_value("Host"),
          request.get_header_value("Origin"),
          request.get_header_value("Sec-Fetch-Site"),
          request.get_header_value("Content-Type"),
          request.get_header_value("Authorization")};
}

std::int64_t run_id(const Request& request) {
  return whole_number("run", request.matches[1].str(), 1, 1'000'000'000'000);
}

DeclaredBody declared_body(const Request& request) {
  std::optional<std::uint64_t> length;
  if (request.has_header("Content-Length")) length = request.get_header_value<std::uint64_t>("Content-Length");
  return {request.method, request.path, request.get_header_value("Transfer-Encoding"),
          request.get_header_value("Content-Encoding"), length};
}

Json body_of(const Request& request) {
  try {
    Json body = parsed_json(request.body);
    if (body.is_object()) return body;
  } catch (const NestedTooDeeply&) {
    throw Refused(400, "refused.body_depth");
  }
  throw Refused(400, "refused.body");
}

const char* media_type(const std::string& name) {
  const auto ends = [&name](std::string_view ending) { return name.ends_with(ending); };
  if (ends(".html")) return "text/html; charset=utf-8";
  if (ends(".csv")) return "text/csv; charset=utf-8";
  if (ends(".json")) return kJson;
  if (ends(".xlsx")) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return "text/plain; charset=utf-8";
}

}  // namespace

struct HttpServer::Implementation {
  explicit Implementation(const ServerOptions& options_)
      : options(options_),
        folder(options.folder),
        own(own_folder(folder)),
        lock(own / "lock"),
        store(own / "runs.sqlite"),
        jobs({options.program, folder.path(), own}, store, options.limits),
        api(folder, store, jobs, options.limits) {
    limit();
    set_rules();
    add_scenario_routes();
    add_run_routes();
    listen();
  }

  ~Implementation() { stop(); }

  void stop() {
    http.stop();
    if (listener.joinable()) listener.join();
    jobs.stop();
  }

  void limit() {
    http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    http.set_payload_max_length(kLargestBody);
    http.set_tcp_nodelay(true);
    // The library's default would let two servers share a port.
    http.set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
  }

  void set_rules() {
    http.set_default_headers({{"X-Content-Type-Options", "nosniff"},
                              {"Cache-Control", "no-store"},
                              {"Referrer-Policy", "no-referrer"},
                              {"X-Frame-Options", "DENY"},
                              {"Cross-Origin-Opener-Policy", "same-origin"},
                              {"Cross-Origin-Resource-Policy", "same-origin"},
                              {"Content-Security-Policy", content_policy()}});
    using Handled = httplib::Server::HandlerResponse;
    http.set_pre_routing_handler([this](const Request& request, Response& response) {
      return is_refused(request, response) ? Handled::Handled : Handled::Unhandled;
    });
    // Before the client is asked to go on with the body.
    http.set_expect_100_continue_handler([this](const Request& request, Response& response) {
      constexpr int kContinue = 100;
      return is_refused(request, response) ? response.status : kContinue;
    });
    http.set_error_handler([](const Request& request, Response& response) {
      if (!response.body.empty()) return;
      const char* id = response.status == 404   ? "refused.not_found"
                       : response.status == 413 ? "refused.body_size"
                                                : "refused.body";
      refuse(response, response.status, text_of(id, {}, language_of(request)));
    });
    http.Get("/",
             [](const Request&, Response& response) { send(response, served_page(), "text/html; charset=utf-8"); });
  }

  /// Before the body is read; then it has been answered.
  bool is_refused(const Request& request, Response& response) const {
    auto why = refusal(caller(request), {options.host, options.token});
    if (!why) why = refusal(declared_body(request), kLargestBody);
    if (!why) return false;
    if (why->status == 405) response.set_header("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
    refuse(response, why->status, text_of(why->text, {}, language_of(request)));
    return true;
  }

  /// A handler that answers exceptions with an error.
  template <class Handle>
  static httplib::Server::Handler guarded(Handle handle) {
    return [handle](const Request& request, Response& response) {
      const Language language = language_of(request);
      try {
        handle(request, response);
      } catch (const Refused& refused) {
        refuse(response, refused.status(), text_of(refused.what(), refused.about(), language));
      } catch (const UsageError&) {
        refuse(response, 404, text_of("refused.no_run", {}, language));
      } catch (const Json::exception&) {
        refuse(response, 400, text_of("refused.body", {}, language));
      } catch (const CannotWrite& error) {
        refuse(response, 500, error.what());
      } catch (const std::exception&) {
        refuse(response, 500, text_of("refused.failed", {}, language));
      }
    };
  }
  /// The same for an answer in JSON.
  template <class Reply>
  static httplib::Server::Handler answering(Reply reply) {
    return guarded([reply](const Request& request, Response& response) {
      if constexpr (std::is_same_v<decltype(reply(request)), std::string>)
        send(response, reply(request), kJson);
      else
        send(response, in_one_line(reply(request)), kJson);
    });
  }

  void add_scenario_routes() {
    http.Get("/api/program", answering([this](const Request&) { return api.program(); }));
    http.Get("/api/fields", answering([](const Request& r) { return Api::fields(language_of(r)); }));
    http.Get("/api/scenarios", answering([this](const Request& r) { return api.scenarios(language_of(r)); }));
    http.Get("/api/scenarios/file",
             answering([this](const Request& r) { return api.scenario(r.get_param_value("id")); }));
    http.Put("/api/scenarios/file",
             answering([this](const Request& r) { return api.save(r.get_param_value("id"), body_of(r)); }));
    http.Post("/api/check", answering([this](const Request& r) { return api.check(body_of(r), language_of(r)); }));
  }

  void add_run_routes() {
    http.Get("/api/runs", answering([this](const Request&) { return api.runs(); }));
    http.Post("/api/runs", guarded([this](const Request& r, Response& response) {
                send(response, in_one_line(api.start(body_of(r), language_of(r))), kJson);
                response.status = 202;
              }));
    http.Get(R"(/api/runs/(\d+))", answering([this](const Request& r) { return api.run(run_id(r)); }));
    http.Patch(R"(/api/runs/(\d+))", answering([this](const Request& r) { return api.rename(run_id(r), body_of(r)); }));
    http.Delete(R"(/api/runs/(\d+))", answering([this](const Request& r) { return api.forget(run_id(r)); }));
    http.Post(R"(/api/runs/(\d+)/cancel)", answering([this](const Request& r) { return api.cancel(run_id(r)); }));
    http.Get(R"(/api/runs/(\d+)/data)", answering([this](const Request& r) { return api.data(run_id(r)); }));
    http.Get(R"(/api/runs/(\d+)/input)", answering([this](const Request& r) { return api.input(run_id(r)); }));
    http.Get(R"(/api/runs/(\d+)/file)", guarded([this](const Request& r, Response& response) {
               const std::string name = r.get_param_value("name");
               send(response, api.file(run_id(r), name), media_type(name));
               response.set_header("Content-Disposition", "attachment; filename=\"" + name + "\"");
             }));
  }

  void listen() {
    const std::string host = options.host.empty() ? "127.0.0.1" : options.host;
    port = options.port > 0 ? (http.bind_to_port(host, options.port) ? options.port : -1) : http.bind_to_any_port(host);
    if (port <= 0)
      throw std::runtime_error(fmt::format(
          "{}:{} cannot be used: the port is taken, or the address is not this computer's", host, options.port));
    listener = std::thread([this] { http.listen_after_bind(); });
    while (!http.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  const ServerOptions options;
  ScenarioFolder folder;
  std::filesystem::path own;
  FolderLock lock;
  RunStore store;
  Jobs jobs;
  Api api;
  OneRequestServer http;
  int port = 0;
  std::thread listener;
};

HttpServer::HttpServer(const ServerOptions& options) : implementation_(std::make_unique<Implementation>(options)) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
  return implementation_->port;
}

std::string HttpServer::address() const {
  const auto& options = implementation_->options;
  std::string host = options.host.empty() || options.host == "0.0.0.0" ? "127.0.0.1" : options.host;
  if (host == "::") host = "::1";
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  const std::string token = options.token.empty() ? "" : "#token=" + options.token;
  return fmt::format("http://{}:{}/{}", host, implementation_->port, token);
}

void HttpServer::stop() {
  implementation_->stop();
}

}  // namespace trapphus::output
