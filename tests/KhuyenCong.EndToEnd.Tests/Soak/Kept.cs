namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What the browser itself keeps of drafts.</summary>
public static class Kept
{
    /// <summary>True in the page once the server has acknowledged every field.</summary>
    public const string Nothing = """
        () => new Promise(tell => indexedDB.open('ban-nhap').addEventListener('success', ({ target: { result: drafts } }) =>
            drafts.transaction('fields').objectStore('fields').count().addEventListener('success', ({ target }) => tell(target.result === 0))))
        """;
}
