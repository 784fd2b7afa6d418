namespace KhuyenCong.Web.Hosting;

/// <summary>Addresses without what is no character: lists read their filters from there, and neither a database nor a search takes a NUL or U+FFFE.</summary>
public static class SoundAddress
{
    private static readonly string[] NoCharacters = ["%00", "%EF%BF%BE"];

    public static IApplicationBuilder UseSoundAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var query = context.Request.QueryString.Value ?? "";
        while (Array.Exists(NoCharacters, n => query.Contains(n, StringComparison.OrdinalIgnoreCase)))
        {
            query = NoCharacters.Aggregate(query, (rest, n) => rest.Replace(n, "", StringComparison.OrdinalIgnoreCase));
            context.Request.QueryString = new(query);
        }

        return next(context);
    });
}
