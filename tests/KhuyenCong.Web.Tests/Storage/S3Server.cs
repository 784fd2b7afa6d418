using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using KhuyenCong.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Tests.Storage;

/// <summary>A small S3-compatible store on loopback: path style, one bucket, real signatures and checksums, and trouble on request.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "tep-khuyen-cong";
    public const string AccessKey = "KHUYENCONGTHU";
    public const string SecretKey = "bi+mat/khong=duoc/ghi/ra";
    public const string Region = "vn-thu-1";

    private static readonly XNamespace Words = "http://s3.amazonaws.com/doc/2006-03-01/";
    private WebApplication? web;

    public ConcurrentDictionary<string, S3Object> Objects { get; } = new();

    /// <summary>What arrived, "PUT /bucket/key", in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers in the store's place where it returns true.</summary>
    public Func<HttpContext, Task<bool>>? Trouble { get; set; }

    /// <summary>How much one page of a list holds.</summary>
    public int PageSize { get; set; } = 1000;

    public Uri Endpoint => new(web!.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public S3Settings Settings => new() { Endpoint = Endpoint, Bucket = Bucket, AccessKey = AccessKey, SecretKey = SecretKey, Region = Region };

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        // A request that hangs on purpose does not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        web = builder.Build();
        web.Run(AnswerAsync);
        await web.StartAsync();
    }

    public ValueTask DisposeAsync() => web is null ? default : web.DisposeAsync();

    /// <summary>Never answers.</summary>
    public static async Task<bool> Hang(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        return true;
    }

    /// <summary>Answers like a store that refuses, so many times.</summary>
    public static Func<HttpContext, Task<bool>> Refuse(int status, string code, int times = int.MaxValue) => async context =>
    {
        if (times-- <= 0)
        {
            return false;
        }

        await TellAsync(context, new(status, code, "As told."));
        return true;
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Requests.Enqueue($"{request.Method} {request.Path}");
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        if (Trouble is { } trouble && await trouble(context))
        {
            return;
        }

        var (bucket, key) = request.Path.Value!.Split('/', 3) is [_, var b, var k] ? (b, k) : (request.Path.Value.Trim('/'), "");
        if (S3Signature.RefusalOf(request, target, body.ToArray(), AccessKey, SecretKey, Region) is { } refusal)
        {
            await TellAsync(context, refusal);
        }
        else if (bucket != Bucket)
        {
            await TellAsync(context, new(404, "NoSuchBucket", "The specified bucket does not exist."));
        }
        else
        {
            await (request.Method switch
            {
                "PUT" => PutAsync(context, key, body.ToArray()),
                "GET" when key.Length == 0 => ListAsync(context),
                "GET" or "HEAD" => GetAsync(context, key),
                "DELETE" => DeleteAsync(context, key),
                _ => TellAsync(context, new(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")),
            });
        }
    }

    private Task PutAsync(HttpContext context, string key, byte[] content)
    {
        var said = context.Request.Headers["x-amz-checksum-sha256"].ToString();
        if (said != Convert.ToBase64String(SHA256.HashData(content)))
        {
            return TellAsync(context, said.Length == 0 ? new(400, "InvalidRequest", "This bucket wants a checksum.") : new(400, "BadDigest", "The checksum you specified did not match what we received."));
        }

        var kept = Objects[key] = new(content, context.Request.ContentType ?? "", TimeProvider.System.GetUtcNow());
        context.Response.Headers.ETag = kept.ETag;
        return Task.CompletedTask;
    }

    private async Task GetAsync(HttpContext context, string key)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            await TellAsync(context, new(404, "NoSuchKey", "The specified key does not exist."));
            return;
        }

        (context.Response.Headers.ETag, context.Response.ContentType, context.Response.ContentLength) = (found.ETag, found.MediaType, found.Content.Length);
        context.Response.Headers.LastModified = found.At.ToString("R", CultureInfo.InvariantCulture);
        if (context.Request.Method == "GET")
        {
            await context.Response.Body.WriteAsync(found.Content, context.RequestAborted);
        }
    }

    private Task DeleteAsync(HttpContext context, string key)
    {
        Objects.TryRemove(key, out _);
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["list-type"] != "2")
        {
            return TellAsync(context, new(501, "NotImplemented", "Only the second version of the list."));
        }

        var (prefix, delimiter, after) = (query["prefix"].ToString(), query["delimiter"].ToString(), query["continuation-token"].ToString());
        var names = Objects.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal))
            .Select(k => delimiter.Length > 0 && k.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at and >= 0 ? k[..(at + 1)] : k)
            .Distinct().Order(StringComparer.Ordinal).Where(n => string.CompareOrdinal(n, after) > 0).ToList();
        var page = names.Take(int.TryParse(query["max-keys"], out var most) ? Math.Min(most, PageSize) : PageSize).ToList();
        var more = page.Count < names.Count;
        return WriteAsync(context, new XElement(Words + "ListBucketResult",
            new XElement(Words + "Name", Bucket), new XElement(Words + "Prefix", prefix), new XElement(Words + "KeyCount", page.Count), new XElement(Words + "IsTruncated", more ? "true" : "false"),
            more ? new XElement(Words + "NextContinuationToken", page[^1]) : null,
            page.Where(n => delimiter.Length == 0 || !n.EndsWith(delimiter, StringComparison.Ordinal)).Select(n => (Name: n, Object: Objects.GetValueOrDefault(n))).Where(n => n.Object is not null).Select(n => new XElement(Words + "Contents",
                new XElement(Words + "Key", n.Name), new XElement(Words + "LastModified", n.Object!.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement(Words + "ETag", n.Object.ETag), new XElement(Words + "Size", n.Object.Content.Length), new XElement(Words + "StorageClass", "STANDARD"))),
            page.Where(n => delimiter.Length > 0 && n.EndsWith(delimiter, StringComparison.Ordinal)).Select(n => new XElement(Words + "CommonPrefixes", new XElement(Words + "Prefix", n)))));
    }

    private static Task TellAsync(HttpContext context, S3Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        // Real stores repeat the key's name and what they signed: none of that may reach a log.
        return context.Request.Method == "HEAD" ? Task.CompletedTask : WriteAsync(context, new XElement("Error",
            new XElement("Code", refusal.Code), new XElement("Message", refusal.Message), new XElement("AWSAccessKeyId", AccessKey), new XElement("Resource", context.Request.Path.Value), new XElement("RequestId", "0")));
    }

    private static Task WriteAsync(HttpContext context, XElement root)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"""<?xml version="1.0" encoding="UTF-8"?>{root}""", context.RequestAborted);
    }
}

/// <summary>One object as the store keeps it.</summary>
public sealed record S3Object(byte[] Content, string MediaType, DateTimeOffset At)
{
#pragma warning disable CA5351 // What S3 calls the ETag of an object that came in one piece.
    public string ETag => $"\"{Convert.ToHexStringLower(MD5.HashData(Content))}\"";
#pragma warning restore CA5351
}
