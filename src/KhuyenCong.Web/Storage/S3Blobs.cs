using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.Storage;

/// <summary>Content as objects of one bucket of an S3-compatible store, under the same names as in a folder: any number of machines.</summary>
public sealed class S3Blobs : IBlobStore, IDisposable
{
    private const int Retries = 2;
    private const int InMemory = 1024 * 1024;
    private const string Probe = ".probe";

    private readonly S3Settings settings;
    private readonly ILogger<S3Blobs> logger;
    private readonly AmazonS3Client client;
    private readonly TimeSpan patience;
    private readonly TimeSpan briefly;
    private volatile bool mayWrite;

    public S3Blobs(S3Settings settings, ILogger<S3Blobs> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.settings, this.logger) = (settings, logger);
        (patience, briefly) = (settings.Timeout * 2, settings.Timeout / 3);
        client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.ToString(),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = settings.PathStyle,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = Retries,
            HttpClientFactory = new Connections(settings.Timeout),
        });
    }

    public Task PutAsync(string provinceCode, string sha256, Stream content, string mediaType, CancellationToken cancellationToken) =>
        AskAsync("PUT", patience, deadline => SendAsync(KeyOf(provinceCode, sha256), sha256, content, mediaType, deadline), cancellationToken);

    public Task<Stream?> OpenAsync(string provinceCode, string sha256, CancellationToken cancellationToken) => AskAsync("GET", patience, async deadline =>
    {
        try
        {
            using var response = await client.GetObjectAsync(settings.Bucket, KeyOf(provinceCode, sha256), deadline);
            return await WholeAsync(response.ResponseStream, sha256, deadline);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }, cancellationToken);

    public Task<bool> DeleteAsync(string provinceCode, string name, DateTime? putBefore, CancellationToken cancellationToken) => AskAsync("DELETE", briefly, async deadline =>
    {
        try
        {
            var key = KeyOf(provinceCode, name);
            if (putBefore is { } moment && (await client.GetObjectMetadataAsync(settings.Bucket, key, deadline)).LastModified.ToUniversalTime() >= moment)
            {
                return false;
            }

            await client.DeleteObjectAsync(settings.Bucket, key, deadline);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return false;
        }
    }, cancellationToken);

    public async IAsyncEnumerable<string> OlderThanAsync(string provinceCode, DateTime before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(new() { BucketName = settings.Bucket, Prefix = $"{provinceCode}/" }, cancellationToken))
        {
            foreach (var found in page.S3Objects.Where(o => o.LastModified.ToUniversalTime() < before))
            {
                yield return found.Key[(provinceCode.Length + 1)..];
            }
        }
    }

    public async Task<IReadOnlyList<string>> ProvincesAsync(CancellationToken cancellationToken)
    {
        var provinces = new List<string>();
        await foreach (var page in PagesAsync(new() { BucketName = settings.Bucket, Delimiter = "/" }, cancellationToken))
        {
            provinces.AddRange(page.CommonPrefixes.Select(p => p.TrimEnd('/')));
        }

        return provinces;
    }

    public Task CheckAsync(CancellationToken cancellationToken) => AskAsync("CHECK", briefly, async deadline =>
    {
        await client.ListObjectsV2Async(new() { BucketName = settings.Bucket, MaxKeys = 1 }, deadline);
        if (!mayWrite)
        {
            // Once since the start: every probe would leave a version behind in a bucket that keeps versions.
            using var nothing = new MemoryStream();
            await SendAsync(Probe, Convert.ToHexStringLower(SHA256.HashData([])), nothing, "application/octet-stream", deadline);
            await client.DeleteObjectAsync(settings.Bucket, Probe, deadline);
            mayWrite = true;
        }

        return true;
    }, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<bool> SendAsync(string key, string sha256, Stream content, string mediaType, CancellationToken deadline)
    {
        content.Position = 0;
        await client.PutObjectAsync(
            new()
            {
                BucketName = settings.Bucket,
                Key = key,
                InputStream = content,
                AutoCloseStream = false,
                ContentType = mediaType,
                // One signed body: not every S3-compatible store understands signed chunks.
                UseChunkEncoding = false,
                // The store itself refuses what does not hash to its name. The library's own check takes the ETag for an MD5, which not every store gives.
                ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(sha256)),
                DisableDefaultChecksumValidation = true,
            },
            deadline);
        return true;
    }

    /// <summary>Fetched to its end before anybody is answered: half a file, or a changed one, never leaves as the file. Large ones wait in a temporary file.</summary>
    private static async Task<Stream?> WholeAsync(Stream arriving, string sha256, CancellationToken deadline)
    {
        var whole = new FileBufferingReadStream(arriving, InMemory, FileStore.LargestFile, Path.GetTempPath());
        try
        {
            await whole.DrainAsync(deadline);
            whole.Position = 0;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, deadline)) != sha256)
            {
                throw new StoreDownException(StoreFault.Damaged, $"the content of {sha256} has changed");
            }

            whole.Position = 0;
            return whole;
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<ListObjectsV2Response> PagesAsync(ListObjectsV2Request request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync("LIST", briefly, deadline => client.ListObjectsV2Async(request, deadline), cancellationToken);
            yield return page;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated);
    }

    /// <summary>Bounds the waiting, and turns whatever goes wrong into words without keys.</summary>
    private async Task<T> AskAsync<T>(string verb, TimeSpan longest, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(longest);
        try
        {
            return await ask(deadline.Token);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && FaultOf(fault) is { } known)
        {
            // The exception itself goes no further: it quotes the store's answer, and that quotes the signed request.
            var down = fault as StoreDownException ?? new StoreDownException(known, $"{verb} {Told(fault)}");
            logger.LogWarning("The S3 file store did not do what was asked: {Detail}", down.Message);
            throw down;
        }
    }

    private static StoreFault? FaultOf(Exception fault) => fault switch
    {
        StoreDownException down => down.Fault,
        AmazonS3Exception { ErrorCode: "NoSuchBucket" } => StoreFault.Missing,
        AmazonS3Exception { ErrorCode: "BadDigest" or "InvalidDigest" or "XAmzContentSHA256Mismatch" } => StoreFault.Damaged,
        AmazonS3Exception { ErrorCode: "AuthorizationHeaderMalformed" } or AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => StoreFault.Denied,
        HttpRequestException or IOException or SocketException or TimeoutException or OperationCanceledException => StoreFault.Unreachable,
        AmazonServiceException { InnerException: { } inner } when FaultOf(inner) is StoreFault.Unreachable => StoreFault.Unreachable,
        AmazonServiceException or AmazonClientException => StoreFault.Failed,
        _ => null,
    };

    private static string Told(Exception fault) => fault switch
    {
        AmazonServiceException { StatusCode: not 0 } told => $"{told.ErrorCode} (HTTP {(int)told.StatusCode})",
        OperationCanceledException or TimeoutException => "time-out",
        AmazonClientException => nameof(AmazonClientException),
        _ => $"{fault.GetType().Name}: {fault.GetBaseException().Message}",
    };

    private static string KeyOf(string provinceCode, string name) => $"{provinceCode}/{name}";

    /// <summary>A store that is switched off is found out in seconds, and one that moves is found again.</summary>
    private sealed class Connections(TimeSpan timeout) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        {
#pragma warning disable CA2000 // The client closes its handler.
            var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
#pragma warning restore CA2000
            return new(handler) { Timeout = timeout };
        }
    }
}
