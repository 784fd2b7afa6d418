using System.Xml.Linq;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace KhuyenCong.Web.Hosting;

/// <summary>DataProtection keys in the database: every node reads the same ones, and a restart signs nobody out.</summary>
public sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<KhuyenCongDb>().DataProtectionKeys.AsEnumerable().Select(k => XElement.Parse(k.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KhuyenCongDb>();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The framework asks for keys synchronously; it does so once per key lifetime.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
