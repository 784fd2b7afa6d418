namespace KhuyenCong.Web.Storage;

/// <summary>Where uploaded content lies, under its province and SHA-256. What it is for is said by rows, never here.</summary>
public interface IBlobStore
{
    /// <summary>Keeps the content whole or not at all; the same content a second time changes nothing but its age.</summary>
    /// <param name="content">Read from its beginning; must be able to seek. What does not hash to its name is refused.</param>
    /// <exception cref="StoreDownException">Nobody knows that it was kept; putting it again is always right.</exception>
    Task PutAsync(string provinceCode, string sha256, Stream content, string mediaType, CancellationToken cancellationToken);

    /// <summary>The content, able to seek, for the caller to close; null where there is none.</summary>
    Task<Stream?> OpenAsync(string provinceCode, string sha256, CancellationToken cancellationToken);

    /// <summary>Gone afterwards, whether it was there or not. With a moment given: only what nobody put since then.</summary>
    Task<bool> DeleteAsync(string provinceCode, string name, DateTime? putBefore, CancellationToken cancellationToken);

    /// <summary>The names of what lies there since before that moment.</summary>
    IAsyncEnumerable<string> OlderThanAsync(string provinceCode, DateTime before, CancellationToken cancellationToken);

    /// <summary>The provinces that anything lies under.</summary>
    Task<IReadOnlyList<string>> ProvincesAsync(CancellationToken cancellationToken);

    /// <summary>Returns where it can be read and written now.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}

/// <summary>Why a store did not do what was asked.</summary>
public enum StoreFault
{
    Unreachable,
    Denied,
    Missing,
    Damaged,
    Failed,
}

/// <summary>The store did not do what was asked. The message is for operators and holds no key.</summary>
public sealed class StoreDownException(StoreFault fault, string detail) : Exception($"{fault}: {detail}")
{
    public StoreFault Fault { get; } = fault;

    /// <summary>For whoever asks whether the application is ready: nothing that a stranger should not read.</summary>
    public string Words => Fault switch
    {
        StoreFault.Unreachable => "Không kết nối được tới kho tệp / the file store cannot be reached",
        StoreFault.Denied => "Kho tệp từ chối: sai khóa hoặc thiếu quyền / the file store refuses: wrong key or missing permission",
        StoreFault.Missing => "Không có bucket hoặc thư mục đã cấu hình / the configured bucket or folder does not exist",
        StoreFault.Damaged => "Nội dung trong kho tệp không đúng dấu vân tay / content of the file store does not match its fingerprint",
        _ => "Kho tệp báo lỗi / the file store reports an error",
    };
}
